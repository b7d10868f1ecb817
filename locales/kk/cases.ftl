### The family's application at the authority: following it by a link, where it stands, what is answered to a visit.

## Following an application
# $case is the authority's number, $region-in says where, $date is a day, $days a whole number

join-ask =
    Бұл – { $region-in } { $date } күні берілген № { $case } өтініш.
    Растасаңыз, бот осы өтініш туралы хабарлап тұрады: комиссияның келетін уақыты, шешім, төлем.
    Мансап орталығы хабардың жеткенін және оған берген жауабыңызды, жазған сөздеріңіз бен файлдарыңызды көреді. Есептеу үшін берген жауаптарыңызды көрмейді.
    Осы өтініш туралы хабар аласыз ба?
# $person is written by the authority
join-for = Сілтеме кімге берілген: { $person }.
button-join-yes = Иә, хабар аламын
button-join-no = Қазір емес
# before consent
join-after-consent = Сілтемедегі өтініш туралы сұрақ осыдан кейін бірден қойылады.
joined = ✅ Енді бот осы өтініш туралы хабарлап тұрады.
join-already = Бұл өтініш туралы хабарды бұрыннан аласыз.
join-not-now = Ештеңе өзгерген жоқ. Мерзімі біткенше сілтемені қайта ашуға болады.
join-link-does-not-work =
    Бұл сілтеме жұмыс істемейді: ол бір адамға бір рет қана жарайды, мерзімі – { $days } күн.
    Жаңа сілтемені өтініш берген жерден сұраңыз: мансап орталығынан, ауылда әкімнен.

# the officer lets the link ask for a year: nothing of the case is told before it
join-ask-closed =
    Бұл сілтеме арқылы бір өтініш туралы хабар алуға болады: комиссияның келетін уақыты, шешім, төлем.
    «Иә» десеңіз, бот өтініш берген адамның туған жылын сұрайды. Қай өтініш екені содан кейін көрінеді.
    Мансап орталығы хабардың жеткенін және оған берген жауабыңызды, жазған сөздеріңіз бен файлдарыңызды көреді. Есептеу үшін берген жауаптарыңызды көрмейді.
    Осы өтініш туралы хабар аласыз ба?
join-ask-year = Сілтемені бөтен адам пайдаланбауы үшін өтініш берген адамның туған жылын жазыңыз. Мысалы: 1985
join-wrong-year = Бұл жыл сәйкес келмейді. Үшінші қатеден кейін сілтеме жұмыс істемейді. Өтініш берген адамның туған жылын жазыңыз.

## Who follows it
# $person is a member as the authority has named them, $date-from a day

button-case-followers = Кімдер хабар алады?
followers = Осы өтініш туралы хабар алатындар:
follower-self = Сіз
follower-nameless = аты көрсетілмеген
follower-line = • { $person } – { $date-from } бастап
follower-by-officer = (орталық растаған)
follower-stopped = (орталық тексергенше, жауап қабылданбайды)
followers-alone = Басқа ешкім жоқ. Тағы біреу қосылса, бот айтады.
followers-answers = Жұмыс ұсынысына ұсыныс жасалған адамның өзі жауап береді. Ол рұқсат берсе, басқа адам да жауап бере алады. Өзі хабар алмай жүрсе, оның орнына мансап орталығы растаған адам жауап бере алады.
button-follower-may_answer = Рұқсат беру: { $person }
button-follower-may_not_answer = Рұқсатты жою: { $person }
button-follower-doubt = Танымаймын: { $person }
follower-doubt-ask =
    Бұл адамды ({ $person }) танымайсыз ба?
    Бот мансап орталығына хабарлайды. Орталық тексергенше, бұл адам отбасыңыздың атынан жауап бере алмайды.
# the officer has confirmed that person, or the reader is doubted as well
follower-doubt-ask-told =
    Бұл адамды ({ $person }) танымайсыз ба?
    Бот мансап орталығына хабарлайды. Әрі қарай не істеуді орталық шешеді.
button-follower-known = Танимын, артқа
button-follower-doubt_yes = Танымаймын, хабарлау
follower-doubt-stopped = ✅ Бұл адамды ({ $person }) танымайтыныңыз туралы хабар мансап орталығына жіберілді. Орталық тексергенше, бұл адамның жауабы қабылданбайды.
follower-doubt-both = ✅ Бұл адамды ({ $person }) танымайтыныңыз туралы хабар мансап орталығына жіберілді. Орталық тексергенше, жауабыңыз да, бұл адамның жауабы да қабылданбайды. Ұсынысқа жауап бермеу – бас тарту емес.
follower-doubt-told = ✅ Бұл адамды ({ $person }) танымайтыныңыз туралы хабар мансап орталығына жіберілді. Әрі қарай не істеуді орталық шешеді.
follower-may_answer-done = ✅ Енді Сізге жасалған ұсыныстарға мына адам да жауап бере алады: { $person }. Рұқсатты осы жерде жоюға болады.
follower-may_not_answer-done = ✅ Енді Сізге жасалған ұсыныстарға мына адам жауап бере алмайды: { $person }.

## No longer following it

button-leave = Хабарды тоқтату
leave-ask =
    Бот бұл өтініш туралы енді хабарламайды: комиссияның келетінін де, шешімді де айтпайды. Өтініштің өзі өзгермейді.
    Хабарды тоқтатасыз ба?
button-leave-yes = Иә, тоқтату
button-leave-no = Жоқ, қалсын
left = Бот бұл өтініш туралы енді хабарламайды. Қайта хабар алу үшін мансап орталығынан жаңа сілтеме сұраңыз.
leave-already = Бұл өтініш туралы хабар бұрын тоқтатылған.
# beside forget-ask
forget-follows = 
    Өтініш туралы хабар да тоқтайды, бірақ өтініштің өзі өзгермейді. Мансап орталығында екі нәрсе ғана қалады: боттың өтініш туралы хабарлары және қашан, қандай жауап бергеніңіз туралы белгі. Оларда есептеуге берген жауаптарыңыз жоқ. Жазған сөздеріңіз бен жіберген файлдарыңыз да өшіріледі.
    «Қатыса алмаймын» деген жауабыңыз бойынша шешім әлі болмаса, олар шешім шыққанша орталықта қалады. Бұл жауап бойынша шешім шықпай қалса, ал көмек тағайындалмаса не төлем тоқтатылса, олар содан кейін { $days } күн сақталып, өшіріледі.
# beside forgotten
forgotten-kept = Мансап орталығында екі нәрсе ғана қалды: боттың өтініш туралы хабарлары және қашан, қандай жауап бергеніңіз туралы белгі. Орталық әлі қарап жатқан сөздеріңіз бен файлдарыңыз болса, олар кейін, бот айтқан мерзімде өшіріледі.

## Where it stands
# $date is a day, $amount a sum, $from and $to are days here

case-none = Бот өтінішіңізді әзірге білмейді. Өтініш берілген болса, мансап орталығынан ботқа арналған сілтеме сұраңыз.
case-how = Өтініш әлі берілмеген болса, былай беріледі:
case-choose = Қай өтінішті көресіз?
button-case = { $date }, № { $case }
# of two cases with the same number; $region stands alone
button-case-in = { $region }, № { $case }
button-case-history = Бүкіл барысы
# $region stands alone
case-head = № { $case } өтініш, { $region }. Берілген күні: { $date }.
stands-opened = Қазір: өтініш тіркелді ({ $date }).
stands-received = Қазір: өтініш қабылданды ({ $date }).
stands-under_review = Қазір: өтініш қаралып жатыр ({ $date-from } бастап).
stands-assigned = Қазір: көмек тағайындалды, айына <b>{ $amount }</b>, { $from } – { $to }.
stands-assigned-sum = Қазір: көмек тағайындалды, айына <b>{ $amount }</b>.
stands-assigned-bare = Қазір: көмек тағайындалды. Мөлшерін мансап орталығынан сұраңыз.
# the last paid day is over
stands-paid_out = Қазір: төлем мерзімі бітті. Тағайындалған көмек: айына <b>{ $amount }</b>, { $from } – { $to }.
stands-paid_out-bare = Қазір: төлем мерзімі бітті ({ $date }).
stands-refused = Қазір: көмек тағайындалмады ({ $date }).
stands-suspended = Қазір: төлем уақытша тоқтатылды ({ $date }).
stands-terminated = Қазір: төлем тоқтатылды ({ $date }).
ground-income_above_line = Шешімдегі себеп: бір адамға шаққандағы табыс шектен жоғары.
ground-examination_refused = Шешімдегі себеп: комиссияға тұрмыс жағдайын көрсетуден бас тартылған.
ground-commission_no_need = Шешімдегі себеп: комиссия «қажеттілік жоқ» деген қорытынды берді.
ground-measures_refused = Шешімдегі себеп: ұсынылған жұмыстан немесе курстан бас тартылған.
ground-contract_broken = Шешімдегі себеп: әлеуметтік келісімшарт көмек алушының кінәсінен тоқтатылған немесе орындалмаған.
ground-false_data = Шешімдегі себеп: жалған мәлімет немесе шындыққа сай емес құжат берілген деп саналған.
ground-nobody_entitled = Шешімдегі себеп: отбасында көмек алуға құқығы бар адам жоқ.

## What comes next, and by when
# $date is a day, $from and $to are times

coming-visit = Комиссия келеді: { $date }, { $from }–{ $to } аралығында, { $address }.
coming-visit-passed = Комиссия келетін уақыт өтті: { $date }, { $from }–{ $to }. Ешкім келмеген болса, төмендегі түймені басыңыз.
coming-examination = Комиссия ең кеші { $date } күні келіп, отбасының тұрмыс жағдайын көруі керек ({ $days } жұмыс күні деп есептегенде).
coming-examination-overdue = Комиссия ең кеші { $date } күні келуі керек еді ({ $days } жұмыс күні деп есептегенде), бірақ келгені туралы хабар жоқ. Қашан келетінін мансап орталығынан сұраңыз. Жауап болмаса, шағым беруге болады.
# $centre-date is the last day at a career centre, $village-date where a rural akim took the application up
coming-decision = Шешім шығатын соңғы күн – әдетте { $centre-date }, ал өтінішті ауылдық округ әкімі қабылдаса – { $village-date }.
coming-decision-overdue = Шешім әдетте ең кеші { $centre-date } күні шығады. Өтінішті ауылдық округ әкімі қабылдаса, ең кеші { $village-date } күні шығады. Шешім туралы хабар жоқ: оны мансап орталығынан сұраңыз.
coming-decision-source = Бұл мерзімдер қызметтің ресми сипаттамасынан алынды ({ $centre-days } және { $village-days } жұмыс күні). Оларды қолданыстағы ережемен әлі ешкім салыстырған жоқ.
coming-renewal = Жаңа тоқсанда көмек алуға құқығыңызды { $date-from } бастап растау керек пе, соны мансап орталығынан сұраңыз. Табыс туралы дерек болмаса, төлем тоқтайды.
coming-renewal-unknown = Көмек бір тоқсанға тағайындалады: жаңа тоқсанға қайта өтініш беріңіз.
coming-renewal-past = Жаңа тоқсанға өтініш беруге болады.
# while the assistance is paid: $days is a whole number, $source an article
case-duty = Табыс, отбасы құрамы не мекенжай өзгерсе, { $days } жұмыс күні ішінде мансап орталығына, ауылда әкімге айтыңыз ({ $source }).
case-payment-ends = Басқа қалаға, ауданға не шетелге көшсеңіз, төлем тоқтайды ({ $source }).
coming-refused = Шешім қате деп ойласаңыз, шағым беріңіз. Жағдай өзгерсе, қайта өтініш беріңіз.
coming-refused-later = Шешімде айтылған себеппен көмек алты ай тағайындалмайды. Содан кейін қайта өтініш беруге болады. Шешім қате деп ойласаңыз, шағым беріңіз.
coming-suspended = Төлемнің неге уақытша тоқтатылғанын, не апару керегін мансап орталығынан сұраңыз.
coming-terminated = Себебін мансап орталығынан толығырақ сұраңыз. Жағдай өзгерсе, қайта өтініш беріңіз.
coming-terminated-later = Себебін мансап орталығынан толығырақ сұраңыз. Осы себеппен көмек алты ай тағайындалмайды, содан кейін қайта өтініш беруге болады.

## Its history, a line a thing
# $date is the day of the thing; $day, $from and $to are the visit's

history = Барысы:
history-opened = • { $date } – өтініш тіркелді
history-status_received = • { $date } – өтініш қабылданды
history-status_under_review = • { $date } – өтініш қарауға алынды
history-status_assigned = • { $date } – көмек тағайындалды, айына { $amount }
history-status_assigned-bare = • { $date } – көмек тағайындалды
history-status_refused = • { $date } – көмек тағайындалмады
history-status_suspended = • { $date } – төлем уақытша тоқтатылды
history-status_terminated = • { $date } – төлем тоқтатылды
history-case_corrected = • { $date } – мансап орталығы соңғы хабарын қайтарып алды
history-visit_scheduled = • { $date } – комиссияның келетін уақыты белгіленді: { $day }, { $from }–{ $to }
history-visit_rescheduled = • { $date } – комиссияның келетін уақыты ауысты: { $day }, { $from }–{ $to }
history-visit_rescheduled-place = • { $date } – комиссия келетін мекенжай ауысты, уақыты бұрынғыдай: { $day }, { $from }–{ $to }
history-visit_rescheduled-both = • { $date } – комиссия келетін уақыт пен мекенжай ауысты: { $day }, { $from }–{ $to }
history-visit_rescheduled-same = • { $date } – комиссияның келуі туралы мәлімет жаңартылды: { $day }, { $from }–{ $to }
history-visit_cancelled = • { $date } – комиссия белгіленген уақытта келмейтін болды
history-visit_held-need = • { $date } – комиссия келді, қорытындысы: қажеттілік бар
history-visit_held-no_need = • { $date } – комиссия келді, қорытындысы: қажеттілік жоқ
history-visit_held-nobody_home = • { $date } – комиссия келгенде, үйде ешкім болмаған деп жазылды
history-visit_held-examination_refused = • { $date } – комиссия «тұрмыс жағдайын көрсетуден бас тартты» деп жазды
history-visit_corrected = • { $date } – комиссияның келуі туралы жазба түзетілді
history-joined = • { $date } – отбасыңыздан біреу хабар ала бастады
history-joined-self = • { $date } – Сіз хабар ала бастадыңыз
history-follower_confirmed = • { $date } – орталық хабар алатындардың бірін растады
history-follower_removed = • { $date } – орталық бір адамды хабар алатындар тізімінен шығарды
history-follower_doubted = • { $date } – хабар алатындардың бірі екіншісін танымайтынын айтты
history-left = • { $date } – отбасыңыздан біреу хабарды тоқтатты
history-left-self = • { $date } – Сіз хабарды тоқтаттыңыз
history-visit_confirmed = • { $date } – отбасыңыздың жауабы: үйде боламыз
history-visit_move_requested = • { $date } – отбасыңыз басқа уақыт сұрады
history-nobody_came = • { $date }, { $time } – комиссияның келмегені жазылды

## What was answered to a visit
# $date is a day, $from and $to are times

answer-home = ✅ Жазылды: { $date }, { $from }–{ $to } аралығында үйде біреу болады. Мансап орталығы мұны көреді.
answer-move =
    Тілегіңіз мансап орталығына жіберілді. Уақыт ауысса, бот хабарлайды.
    Оған дейін бұрынғы уақыт күшінде: { $date }, { $from }–{ $to }.
answer-wished = Сұралған уақыт:
answer-window = • { $date }, { $from }–{ $to }
# $time is the time of the press
answer-nobody = Жазылды: { $date }, { $time }, комиссия келген жоқ. Хабар мансап орталығына жіберілді. Бұған кінәңіз жоқ, өтінішіңіз күшінде.
answer-already = Бұл жауап бұрын жазылған.
answer-not_yours = Бұл түйме өзіңіз хабар алып жүрген өтініштерге қатысты емес. Ештеңе жазылған жоқ.
answer-stopped = Жауап жазылған жоқ: хабар алатындардың бірі Сізді танымайтынын айтты. Мансап орталығы тексергенше, жауабыңыз қабылданбайды. Орталыққа хабарласыңыз.
answer-outdated = Комиссия келетін уақыт өтіп кеткен немесе енді күшінде емес. Жауап жазылған жоқ. Қазіргі жағдайды көру үшін /case жіберіңіз.
answer-decided = Жауап жазылған жоқ: бұл өтініш бойынша шешім шыққан. Комиссия келе ме, соны мансап орталығынан сұраңыз.
answer-moved = Бұл жауап жазылған жоқ: комиссияның келетін уақыты не мекенжайы өзгерген. Енді комиссия { $date }, { $from }–{ $to } аралығында келеді. Төмендегі түймемен қайта жауап беріңіз.
answer-too_early = Комиссия келетін уақыт әлі біткен жоқ: { $date }, { $from }–{ $to }. Ол келмесе, осы түймені содан кейін басыңыз.

## Another time for a visit

wish-ask = Қай уақыт ыңғайлы? Бірнешеуін белгілеуге болады, ал уақытты комиссия таңдайды.
wish-term = Комиссия ең кеші { $date } күні келуі керек. Одан кейінгі уақытты таңдасаңыз, шешім кешігуі мүмкін.
wish-renewed = Күндер жаңарды, қайта белгілеңіз.
wish-dropped = Ештеңе жіберілген жоқ. Уақыт өзгерген жоқ: { $date }, { $from }–{ $to }.
button-wish-send = Жіберу

## The file for the phone's calendar
# plain text, no HTML: $contact is as the authority wrote it

calendar-file-summary = Учаскелік комиссия келеді
calendar-file-description = Комиссия тұрмыс жағдайын көреді. Үйде бір ересек адам болсын.
calendar-file-contact = Сұрақ болса: { $contact }
calendar-file-sent = Файлды ашсаңыз, комиссияның келетін уақыты күнтізбеге қосылады: { $date }, { $from }–{ $to }.
