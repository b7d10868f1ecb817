### Job offers: the offer as it stands, its buttons, the notices, and the family's bill of taking or refusing it.
### What the authority wrote ($title, $employer, $place, $hours, $contact, $details, $note, $person) comes escaped.
### $deadline is a day and an hour, $left how long it is until then; $until-to and $date-to stand before «дейін»,
### $date-from before «бастап». $office is who decides.

## What is offered

measure-vacancy = бос жұмыс орны
measure-public_works = қоғамдық жұмыстар
measure-youth_practice = жастар практикасы
measure-first_workplace = алғашқы жұмыс орны
measure-social_workplace = әлеуметтік жұмыс орны
measure-training = кәсіптік оқыту
measure-grant = қайтарымсыз грант
measure-resettlement = қоныс аудару

offer-title = 💼 Ұсыныс: <b>{ $title }</b>.
offer-title-wage = 💼 Ұсыныс: <b>{ $title }</b>, айына <b>{ $wage }</b>.
# of a grant and a resettlement: no wage
offer-title-sum = 💼 Ұсыныс: <b>{ $title }</b>, <b>{ $sum }</b>.
offer-measure = Түрі: { $measure }
offer-employer = Жұмыс беруші: { $employer }
# it is not the reader who is to take part
offer-for = Кім қатысады: { $person }
offer-was-for = Кімге ұсынылды: { $person }
offer-place = Қайда: { $place }
offer-starts = Басталатын күні: { $date }
offer-hours = Уақыты: { $hours }
# $hours is a whole number
offer-hours-weekly = Уақыты: аптасына { $hours } сағат
offer-respond-by = Жауап мерзімі: <b>{ $deadline }</b> ({ $left } қалды)
offer-respond-by-passed = Жауап мерзімі өтті: { $deadline }
offer-details = Толығырақ: { $details }
# $hours is a whole number
offer-left-hours = { $hours } сағат
offer-left-minutes = бір сағаттан аз

## Where it stands
# $at is a day and an hour

offer-stands-taken_back = Жауап қайтарып алынды, ұсыныс қайта ашылды.
offer-stands-not_excused = Себеп дәлелді деп танылмады, ұсыныс қайта ашылды.
offer-stands-not_excused-late = Себеп дәлелді деп танылмады. Бұл – бас тарту емес, енді не істеу керегін сұраңыз.
offer-stands-accepted = Жауап: келісім ({ $at }).
offer-stands-refused = Жауап: бас тарту ({ $at }).
offer-stands-excuse_requested = Жауап: «қатыса алмаймын» ({ $at }). Бұл – бас тарту емес, себебін { $office } қарайды.
offer-stands-excuse_requested-case_over = Жауап: «қатыса алмаймын» ({ $at }). Бұл – бас тарту емес. Өтініш бойынша шешім шыққан, отбасыңыз бұл жауаптан ештеңе жоғалтпайды.
offer-stands-excused = Себеп дәлелді деп танылды, қатысудың керегі жоқ. Бұл – бас тарту емес.
offer-stands-no_answer = Жауап мерзімі өтті: { $deadline }. «Бас тартты» емес, «жауап жоқ» деп жазылды.
offer-stands-undelivered = Жауап мерзімі өтті: { $deadline }. Ұсыныс уақытында жетпеді, сондықтан «жеткізілмеді» деп жазылды. Бұл – бас тарту емес.
offer-stands-withdrawn = Ұсынысты { $office } қайтарып алды, жауап берудің керегі жоқ. Бұл бас тарту деп саналмайды.
# the case was refused or terminated, and nothing was answered
offer-stands-case_over = Өтініш бойынша шешім шыққан, жауап берудің керегі жоқ. Жауап бермесеңіз де, отбасыңыз ештеңе жоғалтпайды.
offer-back-until = Жауапты қайтарып алу мерзімі: <b>{ $deadline }</b>. Жауапты { $office } одан бұрын қабылдаса, қайтарып алуға болмайды.
offer-back-passed = Жауап мерзімі өтті: { $deadline }. Жауапты енді қайтарып алуға болмайды.
offer-back-acknowledged = Жауапты { $office } қабылдады, енді қайтарып алуға болмайды.

## Its buttons

button-offer-open = Ұсынысты ашу
button-offer-bill = Не өзгереді?
button-offer-accept = Келісемін
button-offer-cannot = Қатыса алмаймын
button-offer-refuse = Бас тартамын
button-offer-take_back = Жауапты қайтарып алу
button-offer-calendar = Күнтізбеге қосу

## News of an offer

offer-extended = 💼 Жауап мерзімі ұзартылды: <b>{ $deadline }</b> ({ $left } қалды).
offer-extended-answered = 💼 Жауап мерзімі ұзартылды: <b>{ $deadline }</b>.
offer-named = Ұсыныс: { $title }
offer-named-wage = Ұсыныс: { $title }, айына { $wage }
offer-named-sum = Ұсыныс: { $title }, { $sum }
offer-back = Бұл ұсыныс қайтадан күшінде: оны тоқтатқан шешім қайтарып алынды.
offer-withdrawn =
    💼 «{ $title }» ұсынысын { $office } қайтарып алды, жауап берудің керегі жоқ.
    Бұл бас тарту деп саналмайды, көмекке әсер етпейді.
offer-withdrawn-calendar = Басталатын күнді күнтізбеге қосқан болсаңыз, жазбаны өшіріңіз.
offer-excused =
    Себеп дәлелді деп танылды, қатысудың керегі жоқ. Ұсыныс: { $title }.
    Бұл – бас тарту емес, көмекке әсер етпейді.
offer-not-excused = Себеп дәлелді деп танылмады: «{ $title }» ұсынысы қайта ашылды.
offer-not-excused-again = Себепті растайтын құжат болса, «Қатыса алмаймын» түймесін қайта басып, соны жіберіңіз.
offer-not-excused-late =
    Себеп дәлелді деп танылмады. Ұсыныс: { $title }.
    Жауап мерзімі өтті: { $deadline }. Бұл – бас тарту емес. Енді не істеу керегін білу үшін хабарласыңыз: { $contact }
offer-acknowledged-accepted = Жауап қабылданды: «{ $title }» ұсынысына келісім. Енді жауапты қайтарып алуға болмайды.
offer-acknowledged-refused =
    Жауап қабылданды: «{ $title }» ұсынысынан бас тарту. Енді жауапты қайтарып алуға болмайды.
    Көмек туралы шешім шыққанда, бот хабарлайды.
offer-acknowledged-excuse_requested =
    Қабылданды: «{ $title }» ұсынысына «қатыса алмаймын» деген жауап. Бұл – бас тарту емес, себеп қаралып жатыр.
    Шешім шыққанда, бот хабарлайды.

## Another adult of the family has answered
# $person is a label, or offer-somebody

offer-somebody = Отбасыңыздан біреу
offer-answered-accepted = 💼 { $person } «{ $title }» ұсынысына келісті.
offer-answered-excuse_requested = { $person } «{ $title }» ұсынысына «қатыса алмаймын» деп жауап берді. Бұл – бас тарту емес, себебін { $office } қарайды.
offer-answered-taken_back = 💼 { $person } «{ $title }» ұсынысына берілген жауапты қайтарып алды. Ұсыныс қайта ашылды, көмек өзгерген жоқ.
# of a case that is over
offer-answered-withdrawn = 💼 { $person } «{ $title }» ұсынысына берілген жауапты қайтарып алды. Өтініш бойынша шешім шыққан, сондықтан енді жауап берудің керегі жоқ.
# $months is a whole number
offer-answered-refused = ⚠️ { $person } «{ $title }» ұсынысынан бас тартты. Жауап қайтарып алынбаса, бүкіл отбасыңыз { $months } ай көмексіз қалуы мүмкін.

# the officer has sent away whoever answered
offer-answer-of-removed-accepted = 💼 «{ $title }» ұсынысына келіскен адамды { $office } хабар алатындар тізімінен шығарды.
offer-answer-of-removed-refused = ⚠️ «{ $title }» ұсынысынан бас тартқан адамды { $office } хабар алатындар тізімінен шығарды.
offer-answer-of-removed-excuse_requested = «{ $title }» ұсынысына «қатыса алмаймын» деген адамды { $office } хабар алатындар тізімінен шығарды.
offer-answer-of-removed-decides = Бұл адамның жауабы жойылған жоқ. Оны ескеру-ескермеуді { $office } шешеді.
# it was acknowledged before
offer-answer-of-removed-stands = Бұл адамның жауабы күшінде.

## The deadline

offer-reminder = 💼 Жауап мерзімі: <b>{ $deadline }</b> ({ $left } қалды).
# $months is a whole number
offer-reminder-why = Жауап бермеу – бас тарту емес, бірақ { $office } жауап күтіп отыр. Бас тартсаңыз, бүкіл отбасыңыз { $months } ай көмексіз қалуы мүмкін.
offer-no-answer = Жауап мерзімі өтті: { $deadline }. «Бас тартты» емес, «жауап жоқ» деп жазылды. Не болғанын түсіндіру үшін хабарласыңыз: { $contact }
offer-no-answer-stopped = Хабар алатындардың бірі екіншісін танымайтынын айтқан, сондықтан мерзім біткенше жауап қабылданбай тұрды. Мұны { $office } біледі.
offer-undelivered =
    Жауап мерзімі өтті: { $deadline }. Ұсыныс уақытында жетпеді, сондықтан «жеткізілмеді» деп жазылды.
    Бұл – бас тарту емес, бұған кінәңіз жоқ. Жауап беру үшін хабарласыңыз: { $contact }

## A shared phone: nothing of the offer itself

offer-private = 💼 Жаңа ұсыныс бар. Жауап мерзімі: <b>{ $deadline }</b> ({ $left } қалды).
offer-private-reminder = 💼 Ұсыныс жауап күтіп тұр. Жауап мерзімі: <b>{ $deadline }</b> ({ $left } қалды).
offer-private-news = 💼 Ұсыныс туралы жаңа хабар бар.
offer-private-news-until = 💼 Ұсыныс туралы жаңа хабар бар. Жауап мерзімі: <b>{ $deadline }</b> ({ $left } қалды).

## The family's bill
# $wage is a sum, $loss and $loss-total are sums or ranges

# the columns: as it is, and since when the wage counts in full; the rows are those of what_if.ftl
offer-bill-columns = Келіссеңіз, айына: қазір → { $date-from } бастап
offer-bill-wage = Жаңа жалақы: { $wage }
# too close to an estimated line
offer-bill-taken-close = Көмек { $date-from } бастап сақтала ма, ол ресми шекке байланысты.
# nothing is due now either
offer-bill-taken-barred = Есеп бойынша көмек қазір тиесілі емес, осы жалақы қосылса да, тиесілі болмайды.
offer-bill-supplement-unknown = Балаларға қосымша төлем бұған кірмейді: оның мөлшері ботта әзірге жоқ.
offer-bill-wage-from = Жалақы { $date-from } бастап төленеді.
offer-bill-unchanged = Жалақы { $until-to } дейін көмекке әсер етпейді.
# the months between count in part; $date-to stands before «дейін»
offer-bill-unchanged-then = Жалақы { $until-to } дейін көмекке әсер етпейді. Содан кейін { $date-to } дейін оның бір бөлігі ғана есепке кіреді.
offer-bill-no-wage = Ұсыныста жалақы айтылмаған, сондықтан бас тартқанда отбасыңыздың неден айырылатыны ғана есептелді.
offer-bill-no-income = Ұсыныстағы сома – бір айдың табысы емес, сондықтан бас тартқанда отбасыңыздың неден айырылатыны ғана есептелді.
offer-bill-refused = Бас тартсаңыз, бүкіл отбасыңыз { $until-to } дейін көмектен айырылады: айына <b>{ $loss }</b>, барлығы <b>{ $loss-total }</b>.
offer-bill-refused-decided = Бас тартсаңыз, бүкіл отбасыңыз { $until-to } дейін көмектен айырылады: шешім бойынша айына <b>{ $loss }</b>, барлығы <b>{ $loss-total }</b>.
offer-bill-refused-unknown = Бас тартсаңыз, бүкіл отбасыңыз <b>{ $until-to }</b> дейін көмектен айырылады. Соманың қанша екенін бот білмейді.
offer-bill-refused-nothing = Бас тартсаңыз, <b>{ $until-to }</b> дейін бүкіл отбасыңызға көмек тағайындалмайды. Боттың есебі бойынша көмек қазір де тиесілі емес, бірақ { $office } басқаша шешуі мүмкін.
# $jobs and $days are whole numbers; apart from the assistance
offer-bill-struck-off = Тіркелген жұмыссыз лайықты жұмыстан { $jobs } рет бас тартса, { $days } күнтізбелік күнге тіркеуден шығарылады ({ $source }).
offer-bill-exempt = { $person }: жауаптарыңыз бойынша қатысу міндетті емес. «Қатыса алмаймын» түймесін баса аласыз: бұл – бас тарту емес.
offer-bill-exempt-self = Жауаптарыңыз бойынша қатысуға міндетті емессіз. «Қатыса алмаймын» түймесін баса аласыз: бұл – бас тарту емес.
offer-bill-exempt-otherwise = Егер { $office } басқаша шешсе, бас тартқанда бүкіл отбасыңыз { $until-to } дейін көмектен айырылады: айына <b>{ $loss }</b>, барлығы <b>{ $loss-total }</b>.
# $kept is a list of what follows
offer-bill-kept = Бас тартсаңыз да, сақталады: { $kept }.
kept-large-family = көпбалалы отбасыларға берілетін жәрдемақы ({ $amount })
kept-large-family-unknown = көпбалалы отбасыларға берілетін жәрдемақы
kept-awarded-mother = наградталған анаға берілетін жәрдемақы ({ $amount })
kept-awarded-mother-unknown = наградталған анаға берілетін жәрдемақы
kept-package = балалардың әлеуметтік топтамасы
offer-bill-basis = Бұл – алдын ала есеп, шешімді { $office } шығарады. Есепке қазіргі шек ({ $quarter }), заң және ұсыныстағы жалақы алынды. Қолға басқа сома тиюі мүмкін.
offer-bill-line-estimate = Бұл тоқсанның ресми шегі ботта жоқ, шамамен { $line } деп алынды. Нәтиже өзгеруі мүмкін.
# the line is named above
offer-bill-line-estimate-told = Шек – шамамен, ресмиі жоқ.
offer-bill-missing = Не өзгеретінін есептеу үшін мына жауаптар жетпейді:
offer-bill-no-answers = Не өзгеретінін есептеу үшін отбасыңыз бен табысыңыз туралы жауаптар керек. 10 шақты сұраққа 10 минуттай уақыт кетеді.
offer-bill-gap-member = Ұсыныстың отбасыңызда кімге жасалғаны белгісіз.

## What a refusal costs, above its first button

offer-price = ⚠️ Асықпаңыз. Алдын ала есеп бойынша, бас тартсаңыз, бүкіл отбасыңыз { $until-to } дейін көмектен айырылады: айына <b>{ $loss }</b>, барлығы <b>{ $loss-total }</b>.
offer-price-decided = ⚠️ Асықпаңыз. { offer-bill-refused-decided }
offer-price-unknown = ⚠️ Асықпаңыз. { offer-bill-refused-unknown } Сұрақтарға жауап берсеңіз, бот есептеп береді.
# every question is answered, and the sum depends on a line that is not published
offer-price-unknown-told = ⚠️ Асықпаңыз. { offer-bill-refused-unknown }
offer-price-nothing = ⚠️ Асықпаңыз. { offer-bill-refused-nothing }
offer-price-exempt = ⚠️ Асықпаңыз. { offer-bill-exempt }
offer-price-exempt-otherwise = Егер { $office } басқаша шешсе, бас тартқанда бүкіл отбасыңыз { $until-to } дейін көмектен айырылады: есеп бойынша айына <b>{ $loss }</b>, барлығы <b>{ $loss-total }</b>.
offer-price-exempt-self = ⚠️ Асықпаңыз. { offer-bill-exempt-self }
offer-price-cannot = Мүмкіндік болмаса, «Қатыса алмаймын» түймесін басыңыз: бұл – бас тарту емес.

## Screens
# $place, $contact, $title, $person, $reason and $text come escaped; $date is a day

offers-list = Отбасыңызға жасалған ұсыныстар. Ашу үшін түймені басыңыз.
offers-none = Әзірге ұсыныс жоқ. Бот өтінішіңіз туралы хабарлап жүрсе, жаңа ұсынысты да айтады.
offer-listed-awaited = • «{ $title }» – жауап мерзімі: { $deadline }
offer-listed-late = • «{ $title }» – жауап мерзімі өтті: { $deadline }
offer-listed-accepted = • «{ $title }» – жауап: келісім
offer-listed-refused = • «{ $title }» – жауап: бас тарту
offer-listed-excuse_requested = • «{ $title }» – жауап: «қатыса алмаймын», себеп қаралып жатыр
offer-listed-excused = • «{ $title }» – себеп дәлелді деп танылды
offer-listed-no_answer = • «{ $title }» – «жауап жоқ» деп жазылды
offer-listed-undelivered = • «{ $title }» – уақытында жетпеді
offer-listed-withdrawn = • «{ $title }» – енді күшінде емес
offer-listed-case_over = • «{ $title }» – жауап берудің керегі жоқ: өтініш бойынша шешім шыққан
# it is not the reader who is to take part; $listed is one of the lines above
offer-listed-for = { $listed }. Кімге: { $person }
# the rows of some offers are damaged
offers-damaged = Бот оқи алмай тұрған ұсыныс бар, ол мұнда көрсетілмеген. Жауап мерзімін өткізіп алмау үшін ол туралы мансап орталығынан сұраңыз.
# $count is a whole number
offers-more = Тағы { $count } ұсыныс бұл тізімге сыймады.
# $offer is a title, or the caption for somebody else; $date-to is the day of the deadline, for two of one title
button-offer-listed-for = { $offer } ({ $person })
button-offer-listed-until = { $offer }, { $date-to } дейін
button-offer-listed-place = { $number }. { $offer }
# on a shared phone
button-offer-numbered = { $number }-ұсыныс

offer-accept-confirm =
    «{ $title }» ұсынысына келісесіз. Растайсыз ба?
    Жауапты қайтарып алу мерзімі: { $deadline }. Жауапты { $office } одан бұрын қабылдаса, қайтарып алуға болмайды.
button-offer-accept_yes = Иә, келісемін
button-offer-no = Жоқ, артқа
offer-accepted-done = ✅ Жазылды: «{ $title }» ұсынысына келісім. Жауабыңызды { $office } көреді.
offer-accepted-start =
    Басталатын күні: <b>{ $date }</b>
    Қайда: { $place }
offer-accepted-no-start =
    Қайда: { $place }
    Басталатын күні ұсыныста айтылмаған, оны сұраңыз.
offer-accepted-ask = Қандай құжат апару керегін алдын ала біліп алыңыз: { $contact }

button-offer-refuse_anyway = Бәрібір бас тартамын
offer-refuse-confirm =
    «{ $title }» ұсынысынан бас тартасыз. Растайсыз ба?
    Жауапты қайтарып алу мерзімі: { $deadline }. Жауапты { $office } одан бұрын қабылдаса, қайтарып алуға болмайды.
# what the family loses, once more; $until-to stands before «дейін»
offer-refuse-costs = Бүкіл отбасыңыз { $until-to } дейін көмектен айырылады: айына { $loss }.
offer-refuse-costs-unknown = Бүкіл отбасыңыз { $until-to } дейін көмектен айырылады.
offer-refuse-costs-nothing = { $until-to } дейін бүкіл отбасыңызға көмек тағайындалмайды.
offer-refuse-reason-ask = Қаласаңыз, алдымен себебін хабарлама етіп жазыңыз. Бұл міндетті емес.
offer-refuse-reason = Себебі: «{ $reason }»
button-offer-refuse_yes = Иә, бас тартамын
# $months is a whole number
offer-refused-done =
    Жазылды: «{ $title }» ұсынысынан бас тарту. Жауабыңызды { $office } көреді.
    Жауап қайтарып алынбаса, отбасыңыз { $months } ай көмексіз қалуы мүмкін.

offer-cannot = Қатыса алмау – бас тарту емес. Себебін таңдаңыз, оны { $office } қарайды.
button-offer-excuse-child_under_3 = 3 жасқа толмаған бала
button-offer-excuse-disabled_child = Мүгедектігі бар бала
button-offer-excuse-disabled_adult = I–II топтағы ересек
button-offer-excuse-elderly = Күтімге мұқтаж қария
button-offer-excuse-own_disability = Өзімнің I–II тобым бар
button-offer-excuse-long_illness = 2 айдан ұзақ ауру
button-offer-excuse-full_time_study = Күндізгі бөлімде оқимын
button-offer-excuse-other = Басқа себеп
offer-excuse-reason = Таңдалған себеп: «{ $reason }».
offer-excuse-text = Жазғаныңыз: «{ $text }»
offer-excuse-files = Сақталған файлдар: { $files } / { $most }.
offer-excuse-write =
    Қаласаңыз, бірнеше сөз жазыңыз немесе себепті растайтын құжаттың суретін не файлын жіберіңіз: ең көбі бесеу.
    Соңында «Жіберу» түймесін басыңыз. Бұл – бас тарту емес.
offer-excuse-other =
    Себебін өз сөзіңізбен жазыңыз немесе оны растайтын құжаттың суретін не файлын жіберіңіз: ең көбі бесеу.
    Соңында «Жіберу» түймесін басыңыз. Бұл – бас тарту емес.
button-offer-send = Жіберу
offer-excuse-sent =
    Жіберілді: «{ $title }» ұсынысына «қатыса алмаймын» деген жауап. Бұл – бас тарту емес, себебін { $office } қарайды.
    Шешім шыққанда, бот хабарлайды.
hint-offer-excuse-words = Алдымен бірнеше сөз жазыңыз немесе файл жіберіңіз.
hint-offer-text-long = Соңғы хабарлама қосылған жоқ: бүкіл мәтін { $most } таңбадан аспауы керек. Қысқартып жазыңыз.
hint-offer-secret = Бұл мәтін қосылған жоқ: онда ЖСН, карта нөмірі немесе SMS-код бар сияқты. Оларды ешкімге жазбаңыз. Себебін бұл мәліметтерсіз жазыңыз.
hint-offer-files-many = Бұл файл қосылған жоқ: ең көбі { $most } файл болады. Бұрынғылары сақтаулы.
hint-offer-file-big = Бұл файл қосылған жоқ: көлемі { $most } МБ-тан аспауы керек. Кішірек сурет жіберіңіз.
hint-offer-file-empty = Бұл файл қосылған жоқ: ол бос. Тексеріп, қайта жіберіңіз.
hint-offer-file-lost = Бұл файл жетпеді. Оны қайта жіберіңіз.
hint-offer-only-words =
    Бас тартудың себебі тек сөзбен жазылады.
    Құжат жіберу үшін артқа қайтып, «Қатыса алмаймын» түймесін басыңыз: бұл – бас тарту емес.
hint-offer-other-kind = Мұндай хабарламаны бот қоса алмайды. Мәтін, сурет немесе файл жіберіңіз.

# somebody else of the family has the offer now
offer-taken-back-of-another = Жауап қайтарып алынды, ұсыныс қайта ашылды. Көмек өзгерген жоқ. Енді жауапты ұсыныс жасалған адамның өзі береді: { $person }.
offer-taken-back = Жауап қайтарып алынды, ұсыныс қайта ашылды. Көмек өзгерген жоқ. Жауап мерзімі: { $deadline }.
# of a case that is over
offer-taken-back-case_over = Жауап қайтарып алынды. Өтініш бойынша шешім шыққан, сондықтан енді жауап берудің керегі жоқ.

# why nothing was written down; the offer as it is now stands below
offer-reply-already = Бұл жауап бұрын жазылған.
offer-reply-not_yours = Бұл ұсыныс өзіңіз хабар алып жүрген өтініштерге қатысты емес. Ештеңе жазылған жоқ.
offer-of-another = Бұл ұсыныс басқа адамға жасалған, енді жауапты сол адам береді. Ештеңе жазылған жоқ.
# $person is the member as the authority has named them
offer-not-confirmed =
    Жауап жазылған жоқ. Бұл ұсыныс мына адамға жасалған: { $person }. Жауапты сол адамның өзі немесе мансап орталығы растаған адам береді.
    Бұл Сіз болсаңыз немесе сол адамның орнына жауап бергіңіз келсе, орталықтан растауды сұраңыз. Жауап бермеу – бас тарту емес.
button-offer-ask = Растауды сұрау
offer-asked = ✅ Сұрауыңыз мансап орталығына жіберілді. Орталық растаса, бот хабарлайды, содан кейін жауап бере аласыз. Жауап мерзіміне аз қалса, орталыққа қоңырау шалыңыз.
offer-stopped = Жауап жазылған жоқ: хабар алатындардың бірі Сізді танымайтынын айтты. Мансап орталығы тексергенше, жауабыңыз қабылданбайды. Орталыққа хабарласыңыз. Жауап бермеу – бас тарту емес.
offer-reply-outdated = Бұл жауап жазылған жоқ: ұсыныс содан бері өзгерді. Қазір ол мынадай:
offer-reply-price_first = Бас тарту жазылған жоқ. Бас тартсаңыз, не болатынын тағы бір рет оқып, қайта шешіңіз.
offer-reply-withdrawn = Бұл жауап жазылған жоқ: ұсыныс енді күшінде емес. Бұл – бас тарту емес.
offer-reply-case_over = Бұл жауап жазылған жоқ: өтініш бойынша шешім шыққан. Жауап бермесеңіз де, отбасыңыз ештеңе жоғалтпайды.
offer-reply-too_late =
    Бұл жауап жазылған жоқ: жауап мерзімі өтті ({ $deadline }).
    Жауап бермеу – бас тарту емес. Не болғанын түсіндіру үшін хабарласыңыз: { $contact }
offer-reply-too_late-back = Жауап қайтарып алынған жоқ: мерзімі өтті ({ $deadline }). Сұрақ болса: { $contact }
offer-reply-stands = Ештеңе өзгерген жоқ: жауапты { $office } қабылдап қойды. Сұрақ болса: { $contact }

offer-bill-who = Ұсыныс кімге жасалған: { $person }. Бұл – отбасыңыздың қай мүшесі?
button-offer-answer = Сұрақтарға жауап беру
offer-bill-afterwards = Жауап берген соң, ұсынысты қайта ашыңыз: /offers


# plain text, no HTML
calendar-file-first-day = Басталады: { $title }
calendar-file-first-day-sent = Файлды ашсаңыз, басталатын күні күнтізбеге қосылады: { $date }.
