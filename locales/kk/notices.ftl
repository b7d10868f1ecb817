### Notices to a family that follows its case: visits of the commission, decisions, reminders.
### What the authority wrote ($address, $contact, $note) comes escaped. $date and $until stand alone in Kazakh and
### after «до», «не позже» in Russian; $date-to and $date-from stand before «дейін» and «бастап».
### $from and $to are times; $to has its day when it is another day. $source is an act with its article.

## The visit

visit-scheduled =
    📅 Комиссия келеді: <b>{ $date }, { $from }–{ $to }</b> аралығында, { $address }.
    Ол тұрмыс жағдайын көреді, үйде бір ересек адам болсын.
# under every visit to come
visit-refusing =
    Үйде болмай қалу – бас тарту емес, уақытты ауыстыруға болады.
    Ал тұрмыс жағдайын көрсетуден бас тартсаңыз, көмек тағайындалмайды ({ $source }).
button-visit-home = Үйде боламыз
button-visit-move = Басқа уақыт сұрау
button-visit-calendar = Күнтізбеге қосу
button-visit-nobody = Ешкім келмеді

## The visit has moved: …-before is what held until now

visit-moved =
    📅 Комиссия басқа уақытта келеді: <b>{ $date }, { $from }–{ $to }</b> аралығында, { $address }.
    Бұрынғы уақыт ({ $date-before }, { $from-before }–{ $to-before }) енді күшінде емес.
visit-moved-elsewhere =
    📅 Комиссия басқа уақытта, басқа мекенжайға келеді: <b>{ $date }, { $from }–{ $to }</b> аралығында, { $address }.
    Бұрынғы уақыт ({ $date-before }, { $from-before }–{ $to-before }) енді күшінде емес. Бұрынғы мекенжай: { $address-before }.
visit-other-place =
    📅 Комиссия басқа мекенжайға келеді: <b>{ $address }</b>. Бұрынғы мекенжай: { $address-before }.
    Уақыты өзгерген жоқ: { $date }, { $from }–{ $to } аралығында.
# neither window nor address
visit-changed = 📅 Комиссияның келуі туралы мәлімет жаңартылды. Уақыты мен мекенжайы бұрынғыдай: <b>{ $date }, { $from }–{ $to }</b> аралығында, { $address }.
visit-calendar-again = Комиссияның келуін күнтізбеге қосқан болсаңыз, «Күнтізбеге қосу» түймесін қайта басыңыз: жазба жаңарады.
visit-cancelled =
    📅 Комиссия <b>{ $date }, { $from }–{ $to }</b> аралығында келмейді.
    Бұл – бас тарту емес. Жаңа уақыт белгіленсе, бот хабарлайды.
    Бұл уақытты күнтізбеге қосқан болсаңыз, жазбаны өшіріңіз.
visit-cancelled-decided =
    📅 Комиссия <b>{ $date }, { $from }–{ $to }</b> аралығында келмейді.
    Өтініш бойынша шешім шыққан, сондықтан комиссияны күтудің керегі жоқ.
    Бұл уақытты күнтізбеге қосқан болсаңыз, жазбаны өшіріңіз.

## What the commission found

visit-held-need =
    ✅ Учаскелік комиссия «қажеттілік бар» деген қорытынды берді.
    Бұл – әлі шешім емес: шешімді { $office } шығарады. Шешім шыққанда, бот хабарлайды.
visit-held-no-need =
    Учаскелік комиссия «қажеттілік жоқ» деген қорытынды берді. Мұндай қорытынды бойынша көмек тағайындалмайды ({ $source }).
    Бұл – әлі шешім емес: шешімді { $office } шығарады. Қорытынды осы өтінішке ғана қатысты.
    • Комиссияның актісі мен қорытындысын сұрап алыңыз.
    • Онда қате болса, { $office-to } дереу айтыңыз.
visit-held-nobody-home =
    Комиссия { $date }, { $from }–{ $to } аралығында келгенде, үйде ешкім болмаған деп жазылды.
    Бұл – бас тарту емес. Бірақ комиссия тұрмыс жағдайын көрмейінше, көмек тағайындалмайды.
    • Басқа уақытты { $office-to } хабарласып сұраңыз.
    • Сол кезде үйде біреу болған болса, оны да айтыңыз.
visit-held-examination-refused =
    Комиссия «тұрмыс жағдайын көрсетуден бас тартты» деп жазды. Мұндайда көмек тағайындалмайды ({ $source }).
    Бұл – әлі шешім емес: шешімді { $office } шығарады. Жазба осы өтінішке ғана қатысты, қайта өтініш беруге болады.
    • Үйде болмай қалу – бас тарту емес: солай болған болса, { $office-to } дереу айтыңыз.
    • Комиссияның актісін сұрап алыңыз.
# the reader has read another conclusion before
visit-held-corrected = Комиссияның осы келуі туралы бұрынғы жазба түзетілді, ол енді күшінде емес.
# there was a decision before; visit-held-late stands below each of them
visit-held-need-decided = Учаскелік комиссия «қажеттілік бар» деген қорытынды берді.
visit-held-no-need-decided = Учаскелік комиссия «қажеттілік жоқ» деген қорытынды берді.
visit-held-nobody-home-decided = Комиссия { $date }, { $from }–{ $to } аралығында келгенде, үйде ешкім болмаған деп жазылды. Бұл – бас тарту емес.
visit-held-examination-refused-decided = Комиссия «тұрмыс жағдайын көрсетуден бас тартты» деп жазды.
visit-held-late = Өтініш бойынша шешім шыққан. Бұл жазба шешімге әсер ете ме, соны { $office-to } хабарласып сұраңыз.

## Before the visit and after its window

visit-reminder-tomorrow = 📅 Ертең <b>{ $from }–{ $to }</b> аралығында комиссия келеді, { $address }.
visit-reminder-today = 📅 Бүгін <b>{ $from }–{ $to }</b> аралығында комиссия келеді, { $address }.
visit-reminder-dated = 📅 Комиссия келеді: <b>{ $date }, { $from }–{ $to }</b> аралығында, { $address }.
visit-reminder-who = Есікті кім ашады?
# the person has pressed button-visit-home
visit-reminder-home = «Үйде боламыз» деп жауап берген едіңіз.
visit-reminder-changed = Жоспарыңыз өзгерсе, қазір басқа уақыт сұраңыз: комиссия келмей, көмек тағайындалмайды.
visit-reminder-move = Ешкім болмаса, қазір басқа уақыт сұраңыз: комиссия келмей, көмек тағайындалмайды.
visit-window-passed =
    Комиссия { $date }, { $from }–{ $to } аралығында келуі керек еді. Ол келді ме?
    Келмесе, төмендегі түймені басыңыз: уақыты жазылады, хабар { $office-to } жіберіледі.
    Бұған кінәңіз жоқ, өтінішіңіз күшінде. Комиссия келіп кеткен болса, ештеңе баспаңыз.
# $days is a whole number
examination-overdue =
    Комиссияның келу мерзімі { $date } күні бітті ({ $days } жұмыс күні деп есептегенде). Өтінішіңіз күшінде.
    • Комиссияның қай күні келетінін { $office-to } хабарласып сұраңыз.
    • Нақты күн айтылмаса, шағым беріңіз.
    • Комиссия келіп кеткен болса, оның қорытындысын сұрап алыңыз.
# a visit is still to come
examination-overdue-planned =
    Комиссияның келу мерзімі { $date } күні бітті ({ $days } жұмыс күні деп есептегенде). Өтінішіңіз күшінде.
    Комиссия мерзімнен кейін келеді: <b>{ $visit-date }, { $from }–{ $to }</b> аралығында, { $address }.
    • Бұл уақыт ыңғайсыз болса, төмендегі түймемен басқа уақыт сұраңыз.
    • Комиссия ол кезде де келмесе, шағым беріңіз.

## Where the application stands

# $person is a member as the authority has named them
follower-joined = Енді өтінішіңіз туралы хабарды мына адам да алады: { $person }.
follower-joined-bare = Енді өтінішіңіз туралы хабарды тағы бір адам алады.
follower-joined-unknown = Бұл адамды танымасаңыз, төмендегі түймемен тізімді ашыңыз. Сол адамды таңдап, «Танымаймын» түймесін басыңыз.
follower-confirmed = ✅ Мансап орталығы осы отбасының мүшесі екеніңізді растады. Енді өзіңізге жасалған жұмыс ұсыныстарына жауап бере аласыз. Өзі хабар алмайтын отбасы мүшесінің орнына да жауап бере аласыз.
# somebody has said that they do not know the reader
follower-doubted = ⚠️ Өтініш туралы Сізбен бірге хабар алатындардың бірі Сізді танымайтынын айтты. Мансап орталығы тексергенше, жауабыңыз қабылданбайды, бірақ хабар келе береді. Жұмыс ұсынысына жауап бермеу – бас тарту емес. Орталыққа хабарласыңыз.
follower-doubted-then = Хабар алатындардың арасында бөтен адам болса, төмендегі түймемен тізімді ашыңыз. Сол адамды таңдап, «Танымаймын» түймесін басыңыз.
# who did not know the reader was removed
follower-answers-again = ✅ Енді жауабыңыз қайта қабылданады: Сізді танымайтынын айтқан адамды мансап орталығы хабар алатындар тізімінен шығарды.
follower-removed = Мансап орталығы Сізді бір өтініш туралы хабар алатындар тізімінен шығарды: бот ол туралы енді хабарламайды. Бұл қате болса, мансап орталығына хабарласыңыз.
case-received =
    Атаулы әлеуметтік көмекке (АӘК-ке) берген өтінішіңіз қабылданды: { $date }.
    Енді комиссия тұрмыс жағдайын көруге келеді. Уақыты белгілі болғанда, бот хабарлайды.
# the authority withdraws its last message: $withdrawn is what it was, $status what holds again, both case-was-...
case-corrected-mistake = Мансап орталығы мына хабарды қайтарып алды: «{ $withdrawn }». Ол жаңылыс жіберілген.
case-corrected-appeal = Шешім шағым бойынша өзгерді, мына хабар енді күшінде емес: «{ $withdrawn }».
case-corrected-now = Қазір бәрі сол хабарға дейінгідей: { $status }.
# what was withdrawn, by its day and its sum; $what is one of case-was-...
case-withdrawn-of = { $what } ({ $date })
case-withdrawn-of-sum = { $what } ({ $date }, айына { $amount })
case-was-opened = өтініш тіркелді
case-was-received = өтініш қабылданды
case-was-under_review = өтініш қаралып жатыр
case-was-assigned = көмек тағайындалды
case-was-assigned-sum = көмек тағайындалды, айына { $amount }
case-was-refused = көмек тағайындалмады
case-was-suspended = төлем уақытша тоқтатылды
case-was-terminated = төлем тоқтатылды
# $days is a whole number
case-examination-due = Комиссия ең кеші { $date } күні келуі керек ({ $days } жұмыс күні деп есептегенде).
case-under-review =
    Өтінішіңіз { $date-from } бастап қаралып жатыр.
    Комиссияның келетін уақыты немесе шешім белгілі болғанда, бот хабарлайды.

## Assigned
# $period is months with their year, $months and $members whole numbers

decision-assigned =
    ✅ Көмек тағайындалды: айына <b>{ $amount }</b>.
    { $period }: { $months } ай, барлығы { $total }.
# assigned before with another sum: $before a month
decision-changed =
    Көмек мөлшері өзгерді: бұрын айына { $before } еді, енді айына <b>{ $amount }</b>.
    { $period }: { $months } ай, барлығы { $total }.
# the authority left out the sum or the months, or paid not for whole months
decision-assigned-sum = ✅ Көмек тағайындалды: айына <b>{ $amount }</b>.
decision-changed-sum = Көмек мөлшері өзгерді: бұрын айына { $before } еді, енді айына <b>{ $amount }</b>.
decision-assigned-bare = ✅ Көмек тағайындалды.
# only the supplement was sent, without the assistance itself
decision-assigned-supplement =
    ✅ Көмек тағайындалды.
    Балаларға қосымша төлем: айына <b>{ $supplement }</b>.
decision-period = { $period }: { $months } ай.
decision-unsaid-sum = Көмектің мөлшері хабарда айтылмаған: оны { $office-to } хабарласып сұраңыз.
decision-unsaid-assistance = Көмектің өзі қанша екені хабарда айтылмаған: оны { $office-to } хабарласып сұраңыз.
decision-unsaid-first = Көмектің қай күннен бастап төленетіні хабарда айтылмаған: оны { $office-to } хабарласып сұраңыз.
decision-unsaid-last = Көмектің қай күнге дейін төленетіні хабарда айтылмаған: оны { $office-to } хабарласып сұраңыз.
decision-unsaid-months = Қай айларға төленетіні хабарда айтылмаған: оны { $office-to } хабарласып сұраңыз.
# when the money comes and to which account, as far as it is known: $date is a day, $account four digits
decision-first-payment = Алғашқы төлем күні: <b>{ $date }</b>.
decision-first-payment-past = Алғашқы төлем күні <b>{ $date }</b> болатын. Ақша түспеген болса, { $office-to } хабарласыңыз.
decision-account = Ақша түсетін банк шоты: нөмірінің соңғы төрт цифры – <b>{ $account }</b>.
decision-paid-monthly = Көмек ай сайын төленеді ({ $source }). Ақшаның қай күні түсетінін { $office } айтады.
decision-conditional = Бұл – шартты көмек: { $office } Сізбен әлеуметтік келісімшарт жасайды, оның талаптарын орындау керек.
decision-unconditional = Бұл – шартсыз көмек: әлеуметтік келісімшарт керек емес.
# what the family owes while it is paid (article 126); $days a whole number
decision-duty = Табыс, отбасының құрамы не мекенжай өзгерсе, { $days } жұмыс күні ішінде { $office-to }, ауылда әкімге айтыңыз. Айтпасаңыз, артық төленген ақшаны қайтару керек болады ({ $source }).
decision-appeal = Шешімге жоғары тұрған органға немесе сотқа шағым беруге болады ({ $source }).

## The decision beside the bot's estimate: «есеп» is the bot's, «шешім» the office's
# $decided, $estimated and $expected are sums or months with their year

decision-as-estimated = Шешім боттың алдын ала есебімен бірдей.
decision-near-estimate = Шешім боттың алдын ала есебіне сай, онда айына { $amount } болған.
decision-near-estimate-assistance = Көмектің өзі боттың алдын ала есебіне сай, онда айына { $amount } болған. Балаларға қосымша төлемнің мөлшері ботта жоқ еді.
# the sum of the decision is larger
decision-above-estimate = Шешімдегі сома боттың алдын ала есебінен көп, онда айына { $amount } болған.
# the months of the decision are more; $expected are months with their year
decision-longer-than-estimate = Көмек ұзағырақ мерзімге тағайындалды. Өтініш берілген айдан есептегенде, мерзім қысқарақ болар еді: { $expected }.
decision-differs = Шешім боттың алдын ала есебінен өзгеше:
decision-differs-assistance = • айына төленетін көмек: шешімде – { $decided }, есепте – { $estimated }
decision-differs-supplement = • балаларға айына қосымша төлем: шешімде – { $decided }, есепте – { $estimated }
decision-differs-no-supplement = • балаларға айына қосымша төлем: шешімде айтылмаған, есепте – { $estimated }
decision-differs-months = • төленетін айлар: шешімде – { $decided }, өтініш күні бойынша – { $expected }
# the decision is not for whole months
decision-differs-days = • төлем мерзімі: шешімде – { $date-from } бастап { $date-to } дейін, өтініш күні бойынша – { $expected }
decision-ask = Мынаны { $office-to } хабарласып сұраңыз:
decision-ask-income = • отбасыңызда неше адам, бір адамға шаққандағы табыс қанша, шек қанша деп есептелді (боттың есебінде – { $members } адам, { $per-person }, { $line })
decision-ask-supplement = • қосымша төлем неше балаға есептелді (боттың есебінде – { $children } бала)
decision-ask-months = • неге басқа айлар көрсетілді (көмек өтініш берілген айдан бастап тоқсанның соңына дейін төленеді)
decision-ask-days = • неге басқа мерзім көрсетілді (көмек толық айлар үшін төленеді: өтініш берілген айдан бастап тоқсанның соңына дейін)
decision-ask-line = Боттағы шек шамамен алынған, айырмашылық содан болуы мүмкін.
# beside a refusal for income
decision-estimate-figures = Боттың алдын ала есебінде: отбасыңыз – { $members } адам, бір адамға шаққандағы табыс – { $per-person }, шек – { $line }.
# the bot had said that nothing is due
decision-not-estimated = Боттың алдын ала есебі бойынша көмек тиесілі емес еді. Боттың есебі емес, осы шешім күшінде.

## Refused: the ground, its article, until when, the doors
# $months is a whole number

# no ground was given
decision-refused-unsaid =
    Көмек тағайындалмады. Себебі хабарда айтылмаған.
    • Шешімді сұрап алыңыз: онда себебі мен заңның бабы көрсетіледі.
    • Қате болса, шағым беріңіз.
# no ground was given, but a note: it stands below
decision-refused-explained =
    Көмек тағайындалмады.
    • Шешімді сұрап алыңыз: онда себебі мен заңның бабы көрсетіледі.
    • Қате болса, шағым беріңіз.
decision-refused-income_above_line =
    Көмек тағайындалмады: бір адамға шаққандағы табыс шектен жоғары деп есептелді ({ $source }). Бұл осы тоқсанға ғана қатысты ({ $quarter }).
    • Есепті сұрап алыңыз: қандай табыс, неше адам, қандай шек алынды.
    • Қате болса, шағым беріңіз.
decision-again = { $date-from } бастап қайта өтініш беруге болады: ол кезде басқа айлардың табысы есепке алынады.
decision-again-now = Бұл тоқсан өтті, енді қайта өтініш беруге болады: басқа айлардың табысы есепке алынады.
decision-refused-examination_refused =
    Көмек тағайындалмады: тұрмыс жағдайын көрсетуден бас тартылған деп шешілді ({ $source }). Бұл осы өтінішке ғана қатысты.
    • Қайта өтініш беріп, тұрмыс жағдайын комиссияға көрсетуге болады.
    • Бас тартпаған болсаңыз, комиссияның актісін сұрап алып, шағым беріңіз. Үйде болмай қалу – бас тарту емес.
decision-refused-commission_no_need =
    Көмек тағайындалмады: учаскелік комиссия «қажеттілік жоқ» деген қорытынды берді ({ $source }). Бұл осы өтінішке ғана қатысты.
    • Комиссияның актісі мен қорытындысын сұрап алыңыз.
    • Қате болса, шағым беріңіз.
    • Жағдай өзгерсе, қайта өтініш беріңіз.
decision-refused-measures_refused =
    Бүкіл отбасыңызға көмек тағайындалмады: ұсынылған жұмыстан немесе курстан бас тартылған деп шешілді ({ $source }).
    Осы себеппен көмек бас тартқан күннен бастап { $months } ай тағайындалмайды. Бұл мерзім ең кеші { $until } күні бітеді, содан кейін қайта өтініш беруге болады.
    • Дәлелді себеп болса (бала күтімі, ауру, күндізгі оқу), оны { $office-to } қазір айтыңыз.
    • Қате болса, шағым беріңіз.
decision-refused-contract_broken =
    Көмек тағайындалмады: бұрынғы әлеуметтік келісімшарт көмек алушының кінәсінен тоқтатылған немесе орындалмаған деп шешілді ({ $source }).
    Осы себеппен көмек { $months } ай тағайындалмайды. Бұл мерзім ең кеші { $until } күні бітеді, содан кейін қайта өтініш беруге болады.
    • Басқа себеп болса, оны растайтын құжатты { $office-to } апарыңыз.
    • Қате болса, шағым беріңіз.
decision-refused-nobody_entitled =
    Көмек тағайындалмады: шешімде отбасыңызда көмек алуға құқығы бар адам жоқ делінген ({ $source }).
    • Құжатыңыз болса (азаматтық, қандас не босқын мәртебесі, ықтиярхат), оны { $office-to } апарыңыз.
    • Шешім қате болса, шағым беріңіз.
decision-refused-false_data =
    Көмек тағайындалмады: жалған мәлімет немесе шындыққа сай емес құжат берілген деп шешілді ({ $source }).
    Осы себеппен көмек мәлімет берілген күннен бастап { $months } ай тағайындалмайды. Бұл мерзім ең кеші { $until } күні бітеді.
    • Қай мәлімет туралы айтылғанын сұраңыз.
    • Қате кеткен болса, дұрыс құжатты { $office-to } апарыңыз.
    • Шешім қате болса, шағым беріңіз.
# before July 2023, when the term is not known
decision-refused-false_data-without-term =
    Көмек тағайындалмады: жалған мәлімет немесе шындыққа сай емес құжат берілген деп шешілді ({ $source }).
    Көмектің қанша уақыт тағайындалмайтынын бот білмейді: бұл туралы ресми мәтін ботта әлі жоқ. Мерзімін { $office } айтады.
    • Қай мәлімет туралы айтылғанын сұраңыз.
    • Қате кеткен болса, дұрыс құжатты { $office-to } апарыңыз.
    • Шешім қате болса, шағым беріңіз.

## Suspended, terminated

case-suspended = Төлем { $date-from } бастап уақытша тоқтатылды. Бұл – біржола тоқтату емес, төлем жалғасуы мүмкін.
case-terminated = Төлем { $date-from } бастап тоқтатылды.
case-paid-until = Хабарда көрсетілген төлем мерзімі: { $date-to } дейін.
case-paid-from = Хабарда көрсетілген төлем мерзімі: { $date-from } бастап.
case-paid-from-until = Хабарда көрсетілген төлем мерзімі: { $date-from } бастап { $date-to } дейін.
case-stopped-income_above_line = Себебі: бір адамға шаққандағы табыс шектен жоғары деп есептелді ({ $source }).
case-stopped-examination_refused = Себебі: тұрмыс жағдайын көрсетуден бас тартылған деп шешілді ({ $source }).
case-stopped-commission_no_need = Себебі: учаскелік комиссия «қажеттілік жоқ» деген қорытынды берді ({ $source }).
case-stopped-measures_refused = Себебі: ұсынылған жұмыстан немесе курстан бас тартылған деп шешілді ({ $source }).
case-stopped-contract_broken = Себебі: әлеуметтік келісімшарт көмек алушының кінәсінен тоқтатылған немесе орындалмаған деп шешілді ({ $source }).
case-stopped-false_data = Себебі: жалған мәлімет немесе шындыққа сай емес құжат берілген деп шешілді ({ $source }).
case-stopped-nobody_entitled = Себебі: отбасыңызда көмек алуға құқығы бар адам жоқ деп шешілді ({ $source }).
case-stopped-unsaid = Себебі хабарда айтылмаған, оны { $office-to } хабарласып сұраңыз.
# no ground, so no article
case-stopped-unread = Шешім заңның қай бабына сүйенеді – хабарда айтылмаған. Оны шешімнің өзінен қараңыз.
# $months is a whole number
case-stopped-bar = Осы себеппен көмек { $months } ай тағайындалмайды. Бұл мерзім ең кеші { $until } күні бітеді.
case-suspended-doors =
    • Төлемді қайта алу үшін не керегін { $office-to } хабарласып сұраңыз.
    • Шешімнің көшірмесін сұрап алыңыз. Онда қате болса, шағым беріңіз.
case-terminated-doors = • Шешімнің көшірмесін сұрап алыңыз. Онда қате болса, шағым беріңіз.
case-terminated-again = • Жағдай өзгерсе, қайта өтініш беріңіз.
case-terminated-again-later = • Мерзім біткенде, қайта өтініш беруге болады.

## The next quarter

renewal-reminder = Көмек <b>{ $date-to }</b> дейін төленеді. Отбасының цифрлық картасында табыс туралы дерек болмаса, жаңа тоқсанда көмек алуға құқығыңызды растау керек, әйтпесе төлем тоқтайды.
renewal-over = Көмек төленетін мерзім { $date } күні бітті. Әрі қарай алу үшін жаңа өтініш керек.
renewal-apply = Өтінішті { $date-from } бастап { $office-to }, ауылда әкімге немесе eGov арқылы беріңіз: көмек өтініш берілген айдан бастап төленеді.
renewal-answers = Бұрынғы жауаптарды тексересіз бе? Өтінішті бот өзі жібермейді.
button-renew = Жауаптарды тексеру

## Above a notice to somebody who follows several cases
# $whose is a member of the family or a region

notice-of-case = № { $case } өтініш, { $whose }
# two cases of one number and one member: the region tells them apart
notice-of-case-in-region = № { $case } өтініш, { $whose }, { $region }

## The authority's own words

notice-contact = Сұрақ болса: { $contact }
notice-note = Түсіндірме: { $note }

## What somebody asked to be reminded of
# $day-after stands before «кешіктірмей», $month is the name of a month, $date-from stands before «бастап»

apply-reminder = ⏳ Еске салуды сұраған едіңіз. Өтінішті { $day-after } кешіктірмей беріңіз: сонда көмек { $month } айы үшін де төленуі мүмкін.
apply-reminder-today = ⏳ Еске салуды сұраған едіңіз. Өтінішті бүгін беріңіз: сонда көмек { $month } айы үшін де төленуі мүмкін.
door-reminder = Еске салуды сұраған едіңіз. { $date-from } бастап көмек тиесілі болуы мүмкін. Жауаптарыңызды тексеріп, қайта есептеңіз.

## That the law has changed a result: what it comes to now, what it came to before, and why
# $amount, $before and $now are sums

law-change-now-yes = Жаңа есеп бойынша көмек – айына <b>{ $amount }</b>.
law-change-now-no = Жаңа есеп бойынша көмек тиесілі емес.
law-change-now-open = Жаңа есеп бойынша көмек тиесілі ме, дәл айту мүмкін емес.
law-change-now-open-range = Жаңа есеп бойынша көмек айына <b>{ $amount }</b> болуы мүмкін. Дәл айту мүмкін емес.
law-change-before-yes = Бұрынғы есеп бойынша айына { $amount } еді.
law-change-before-no = Бұрынғы есеп бойынша көмек тиесілі емес еді.
law-change-before-open = Бұрынғы есепте нақты жауап жоқ еді.
law-change-before-open-range = Бұрынғы есепте нақты жауап жоқ болатын: айына { $amount } шығуы мүмкін еді.
law-change-line-published = Себебі: өңіріңіздегі табыстың ресми шегі жарияланды, ол – бір адамға айына { $now }. Бұрын бот оны шамамен алған: { $before }.
law-change-line = Себебі: өңіріңізде бір адамға шаққандағы табыс шегі енді { $now } деп алынды, бұрын { $before } еді.
law-change-numbers = Себебі: заңдағы ережелер не сомалар өзгерді, көмек солар бойынша есептеледі.
law-change-estimate = Бот мұны сақталған жауаптарыңыз бойынша есептеді. Бұл – шешім емес.
button-law-change-result = Нәтижені көру
