### The state's other help beside the assistance: six lines, the whole list, each kind by itself.
### $amount is one sum or a range, $name and $names are names of help from below.

## Buttons

button-other-help = Басқа көмек
# $count is how many kinds there are
button-help-all = Бәрін көру ({ $count })
button-help-short = Қысқаша тізімге

## The lines
# $number stands on the button that opens the line; $question and $lack are whole sentences

help-line-monthly = { $number }. Тиесілі: <b>{ $name }</b> – айына { $amount }
help-line-once = { $number }. Тиесілі: <b>{ $name }</b> – бір рет { $amount }
help-line-free = { $number }. Тиесілі тегін қызмет: <b>{ $name }</b>
help-line-unknown = { $number }. Тиесілі: <b>{ $name }</b>, сомасы ботқа әзірге белгісіз
help-line-open = { $number }. Мүмкін: <b>{ $name }</b>. { $question }
help-line-open-monthly = { $number }. Мүмкін: <b>{ $name }</b> – айына { $amount }. { $question }
help-line-open-once = { $number }. Мүмкін: <b>{ $name }</b> – бір рет { $amount }. { $question }
help-line-near = { $number }. Әзірге тиесілі емес: <b>{ $name }</b>. { $lack }
# the same kind stands for several people, each on a line of its own
help-name-of = { $name } ({ $people })
# money of a month, without and with all that is due
help-total = Отбасыңыздың табысы – айына шамамен { $without-help }, бұл көмекпен – { $with-help }.
help-total-now = Айына барлығы (табыс пен атаулы көмек) – шамамен { $now }
help-total-first = • оған { $names } қосылса, барлығы – шамамен { $first }
help-total-assisted = Табыс пен атаулы көмек – айына шамамен { $without-help }, жаңа төлемдермен – { $with-help }.
help-total-income = Осы төлемдер табысқа қосылса, атаулы көмек кейін азаюы не тоқтауы мүмкін.
help-total-then = • кейін осы төлемнің үш айлығы табысқа қосылып, атаулы көмек азайып, шамамен { $assistance } болғанда – шамамен { $then }
help-total-then-ends = • кейін осы төлемнің үш айлығы табысқа қосылғанда атаулы көмек тоқтауы ықтимал: сонда – { $then }
help-total-then-ends-package = • кейін осы төлемнің үш айлығы табысқа қосылғанда атаулы көмек тоқтауы ықтимал: сонда – { $then }, балаларға әлеуметтік топтама да берілмейді
help-total-more = Бұл тек атаулы көмек алғандағыдан { $difference } артық.
help-total-less = Бұл тек атаулы көмек алғандағыдан { $difference } кем.
help-total-same = Бұл тек атаулы көмек алғандағыдай.
help-total-more-likely = Ең ықтимал шек бойынша бұл тек атаулы көмек алғандағыдан { $difference } артық.
help-total-less-likely = Ең ықтимал шек бойынша бұл тек атаулы көмек алғандағыдан { $difference } кем.
help-total-same-likely = Ең ықтимал шек бойынша бұл тек атаулы көмек алғандағыдай.
help-total-between = Бірақ { $less } кем болуы да, { $more } артық болуы да мүмкін.
help-total-compared-ends =
    Отбасына айына барлығы:
    • тек атаулы көмекпен – шамамен { $now }
    • екеуі қатар төленгенде – шамамен { $first }
    • кейін, атаулы көмек тоқтаса – { $then }
help-total-compared-ends-package =
    Отбасына айына барлығы:
    • тек атаулы көмекпен – шамамен { $now }
    • екеуі қатар төленгенде – шамамен { $first }
    • кейін, атаулы көмек тоқтаса – { $then }, балаларға әлеуметтік топтама да берілмейді
help-total-compared =
    Отбасына айына барлығы:
    • тек атаулы көмекпен – шамамен { $now }
    • екеуі қатар төленгенде – шамамен { $first }
    • кейін, атаулы көмек азайғанда – { $then }
help-total-later = Сонда барлық ақша – айына { $amount }.
help-nothing-due = Жауаптарыңыз бойынша анық тиесілі басқа төлем әзірге жоқ.
help-by-status = Басқа көмек те азаматтыққа не мәртебеге байланысты болуы мүмкін, сондықтан бот ол туралы дәл айта алмайды.
help-ask = Анық білгіңіз келсе, 1414 нөмірінен немесе әкімдіктен сұраңыз.
help-ask-by-status = 1414 нөмірінен немесе әкімдіктен сұраңыз: қиын жағдайға түскен отбасына көмек бола ма, балаларды мектепке қалай беруге болады, қандай ем тегін.
help-received = Отбасының қазір алып жүргені: { $names }.

## One kind: whether it is due, whom it is about, how much

help-name = <b>{ $name }</b>
help-is-due = Жауаптарыңыз бойынша тиесілі.
help-may-be-due = Тиесілі болуы мүмкін, бір нәрсені анықтау керек. { $question }
help-is-near = Әзірге тиесілі емес. { $lack }
# $people are labels
help-of = Кім үшін: { $people }.
help-of-maternity-social-payment = Қай бала бойынша: { $people }.
help-of-one = • { $people } – { $amount }
help-amount-monthly = Тиесілі: айына <b>{ $amount }</b>.
help-amount-monthly-if = Тиесілі болса, айына { $amount }.
help-amount-once = Тиесілі: бір рет <b>{ $amount }</b>.
help-amount-once-if = Тиесілі болса, бір рет { $amount }.
help-amount-depends = Сомасы бір жауапқа байланысты. { $question }
help-open-order-as-told = Бұлардан үлкен тағы балаңыз болса, сома көбірек болуы мүмкін.
help-open-unless-paid-since = Бұл ақша төленіп қойған болса, екінші рет берілмейді.
help-open-fund-pays-if-insured = Балаға қарап отырған адам үшін әлеуметтік аударым төленген болса, ақшаны Мемлекеттік әлеуметтік сақтандыру қоры төлейді. Сомасы бұдан аз болмайды.
help-open-unit-unknown = Соманы есептеуге керек көрсеткіш ботта әзірге жоқ.
help-open-by-insured-income = Сомасы әлеуметтік аударым төленген табысқа байланысты.
help-open-each-member = Бұл сома әр адамға беріледі, бірақ барлығына ортақ шек бар.
help-open-cap-for-all = Бірнеше балаға барлығы қанша төленетіні заңда анық айтылмаған. Оны 1414 нөмірінен сұраңыз.
help-open-minimum-pension-from-press = Сомасы жұмыс өтілі мен жалақыға байланысты.
help-open-students-count-on = Күндізгі бөлімде оқитын бала 23 жасқа дейін есепке кіреді.
help-open-local-council-decides = Кімге, қанша берілетінін жергілікті мәслихат шешеді.
help-open-ministry-decides = Мөлшері мен шартын министрлік белгілейді.

## From when and for how long

help-begins-application = Өтініш берілген күннен бастап төленеді.
help-begins-birth = Бала туған күннен бастап төленеді.
help-begins-finding = Мүгедектік белгіленген күннен бастап төленеді.
help-begins-right = Құқық пайда болған күннен бастап төленеді.
help-begins-not-read = Қай күннен бастап төленетіні ботқа белгісіз.
# $months is a whole number
help-backdated = Өтінішке дейінгі уақыт үшін ең көбі { $months } айға төленеді.
help-lasts-child-is-small = Бала 1,5 жасқа толғанша төленеді.
help-lasts-leave = Жүктілік пен босану демалысының барлық күні үшін бірден төленеді.
help-lasts-large-family = Отбасыңыз көпбалалы болып тұрғанда төленеді.
help-lasts-for-life = Өмір бойы төленеді.
help-lasts-while-conditions-hold = Шарттары сақталып тұрғанда төленеді.
help-lasts-disability = Мүгедектік мерзімі біткенше төленеді.
help-lasts-to-pension-age = Ең ұзағы – зейнет жасына дейін төленеді.
help-lasts-childhood-or-study = Бала 18 жасқа, күндізгі бөлімде оқыса, 23 жасқа толғанша төленеді.
help-lasts-one-to-six-months = 1 айдан 6 айға дейін төленеді: аударым неғұрлым ұзақ төленсе, мерзім соғұрлым ұзақ.
help-lasts-on-one-ground = Бірнеше негіз болса да, біреуі бойынша ғана төленеді.
help-lasts-as-needed = Тегін, қажет болғанда беріледі.
help-until = Қазіргі жауаптарыңыз бойынша – { $date-to } дейін (қоса алғанда).

## Where, within what term, which papers

help-where = Қайда: { $places }.
help-where-state-corporation = халыққа қызмет көрсету орталығы (ХҚКО)
help-where-e-government = eGov
help-where-social-insurance-fund = Шешімді Мемлекеттік әлеуметтік сақтандыру қоры шығарады.
help-where-pension-fund = Бірыңғай жинақтаушы зейнетақы қоры
help-where-career-centre = мансап орталығы
help-where-labour-exchange = enbek.kz сайты
help-where-akimat = әкімдік
help-where-portal-of-social-services = әлеуметтік қызметтер порталы
help-proactive = Мемлекет мұны өтінішсіз өзі ұсынуы да мүмкін.
# $length is a number of months or years
help-term-birth = Өтініш бала туғаннан кейін { $length } ішінде беріледі.
help-term-right = Өтініш құқық пайда болғаннан кейін { $length } ішінде беріледі.
help-term-registration-as-unemployed = Өтініш жұмыссыз болып тіркелгеннен кейін { $length } ішінде беріледі.
help-term-death = Өтініш адам қайтыс болғаннан кейін { $length } ішінде беріледі.
help-length-months = { $count } ай
help-length-years = { $count } жыл
help-apply-by = Соңғы күні – { $date }.
help-papers = Құжаттар: { $papers }. Тағы не керегін 1414 нөмірінен сұраңыз.
help-papers-unknown = Қандай құжат керегін 1414 нөмірінен сұраңыз.
help-papers-old = 2023 жылғы шілдеге дейін мыналар да сұралатын: { $papers }.
help-paper-sick-list = еңбекке жарамсыздық парағы
help-paper-medical-social-finding = медициналық-әлеуметтік сараптаманың қорытындысы
help-paper-death-certificate-or-court-decision = қайтыс болу туралы куәлік не соттың шешімі
help-paper-labour-book = тылда жұмыс істегенге – еңбек кітапшасы
help-paper-application = өтініш
help-paper-identity-document = жеке куәлік
help-paper-birth-certificate = баланың туу туралы куәлігі
help-paper-disability-certificate = мүгедектік туралы анықтама
help-paper-guardianship-paper = қорғаншылық не қамқоршылық туралы құжат
help-paper-consent-of-all-adults = отбасының барлық ересек мүшесінің келісімі
help-not-beside = Әдетте мынамен қатар берілмейді: { $names }.

## Whether it is income for the assistance, and on what it rests
# $source is an act with its article, and where it is known the clause

help-income-yes = Атаулы көмектің есебінде бұл – табыс, сондықтан кейін атаулы көмек азаюы не тоқтауы мүмкін.
help-income-no = Атаулы көмектің есебінде бұл ақша табысқа қосылмайды.
help-income-open = Атаулы көмектің есебінде бұл ақша табысқа қосыла ма, оны комиссия шешеді.
help-source = Негізі: { $source }.
help-source-of-income = Табыс туралы: { $source }.
help-grade-legal_text = Заңның мәтінімен салыстырылған.
help-grade-official = Ресми дерекке сүйенеді.
help-grade-not-compared = Бұл ресми мәтінмен әлі салыстырылған жоқ.
# $days are working days
help-while-paid = Ақша төленіп жүрген кезде отбасыңыздағы өзгерісті { $days } жұмыс күні ішінде халыққа қызмет көрсету орталығына (ХҚКО) хабарлаңыз. Шоттағы ақша { $months } ай жұмсалмаса, төлем тоқтатыла тұрады.
help-estimate = Бұл – алдын ала есеп. Шешімді өтінішті қараған мекеме шығарады.

## By what it is missed

help-lacks-status = Ол Қазақстан азаматтарына, қандастарға және елде тұрақты тұратындарға беріледі.
help-lacks-children = Есепке кіретін балалар саны керегінен { $count } балаға аз.
help-lacks-children-of = Есепке кемінде { $least } бала кіруі керек, ал қазір { $there } бала кіреді.
help-lacks-age = Зейнет жасына { $date } күні толады.
help-lacks-registration = Алдымен тұратын үйге тіркелу керек.

## The one question that decides it, or the amount

# $person is a label
help-fact-birthday = { $person }: туған күні қашан?
help-fact-sex = { $person }: әйел ме, ер ме?
help-fact-not-received-before = Бұл ақша бұрын төленген бе? Төленбеген болса, өтініш беріңіз.
help-fact-who-receives = Оны отбасыңызда кім алып жүр?
help-fact-for-whom-received = Қазір бұл ақша отбасыңызда кім үшін төленіп жүр?
help-fact-which-other-allowance = Жауаптарыңыздағы «басқа жәрдемақы» осы ма?
help-fact-parent-or-guardian = Отбасыңызда баланың әкесі, анасы не қорғаншысы бар ма?
help-fact-order-of-child = Бұл нешінші бала?
help-fact-carer-insured = Балаға қарап отырған адам үшін бұрын әлеуметтік аударым төленген бе?
help-fact-on-child-care-leave = Ата-ананың бірі бала күтімі демалысында ма?
help-fact-mother-insured-before-birth = Бала туғанға дейін анасы үшін әлеуметтік аударым төленген бе?
help-fact-disability-group = Мүгедектік тобы қандай?
help-fact-cause-of-disability = Анықтамада мүгедектіктің қандай себебі жазылған?
help-fact-disability-found = Медициналық-әлеуметтік сараптама мүгедектік белгілей ме?
help-fact-cares-in-person = Бұл адамға біреу тікелей күтім жасап жүр ме?
help-fact-group-of-cared-for = Күтімдегі адам I топта ма?
help-fact-pension-below-allowance = Зейнетақысы мүгедектік жәрдемақысынан аз ба?
help-fact-one-of-two = Асыраушысынан айырылу жәрдемақысының орнына осы жәрдемақы таңдала ма?
help-fact-insured-when-ability-was-lost = Мүгедектікке дейін ол адам үшін әлеуметтік аударым төленген бе?
help-fact-other-parent-dead-or-missing = Балалардың әкесі не анасы қайтыс болған не хабарсыз кеткен бе?
help-fact-both-parents-lost = Бала әкесінен де, анасынан да айырылған ба?
help-fact-killed-on-duty = Асыраушысы қызмет бабында қаза тапқан ба?
help-fact-dead-was-insured = Қайтыс болған адам үшін әлеуметтік аударым төленген бе?
help-fact-insured-six-months = Бұрын істеген жұмыстарда барлығы кемінде 6 ай әлеуметтік аударым төленген бе?
help-fact-gets-pension = Базалық зейнетақы тағайындалып қойған ба?
help-fact-worked-before-1998 = 1998 жылға дейін кемінде 6 ай жұмыс істеген бе?
help-fact-brought-up-five-children = Бұл ана кемінде 5 баланы 8 жасқа дейін тәрбиелеп, 1998 жылға дейін 6 ай не одан көп жұмыс істеген бе?
help-fact-pension-without-top-up = Зейнетақысы мүгедектік жәрдемақысының мөлшеріне дейін толықтырылып төлене ме?
help-fact-war-or-home-front = Соғысқа қатысқан не тылда жұмыс істеген бе?
help-fact-harmful-work-of-84-months = Зиянды жұмыс үшін кемінде 84 ай кәсіптік зейнетақы жарнасы төленген бе, адам ол жұмыстан шыққан не басқасына ауысқан ба?
help-fact-local-category = Әкімдіктен сұраңыз: отбасы жергілікті ереже бойынша көмек берілетін санатқа кіре ме?
help-fact-only-dwelling-now = Қазір отбасыңыздың баспанасы біреу ғана ма?
# $threshold is a sum or a range; without it the income is nought or not known
help-fact-housing-costs-above-share = Коммуналдық төлемдер отбасыңыздың табысына шаққанда көп пе?
help-fact-housing-costs-above-share-of = Коммуналдық төлемдер айына { $threshold } сомасынан артық па?
help-fact-housing-costs-above-share-between = Коммуналдық төлемдер айына { $least } сомасынан артық па? Кей жерде { $most } сомасынан артық болуы керек.
help-fact-trained-in-two-years = Соңғы 2 жылда тегін курстан өткен бе?
help-fact-business-idea = Отбасыңызда кәсіп ашқысы келетін адам бар ма?
help-fact-registered-as-unemployed = Жұмыссыз болып тіркелген бе?
help-fact-wants-work = Жұмыс істегісі келе ме?
help-fact-willing-to-move = Отбасыңыз жұмыс үшін басқа жаққа көше ала ма?
help-fact-needs-care = Күнделікті өмірде біреудің күтімі керек пе?
help-fact-difficulty-in-moving = Өздігінен жүріп-тұруы қиын ба?
help-fact-deaf = Құлағы естімейтін адам ба?
help-fact-individual-programme = Жеке оңалту бағдарламасында ондай құрал жазылған ба?

## The kinds

help-birth-grant = Бала тууға байланысты біржолғы жәрдемақы
help-child-care-allowance = Бала күтіміне байланысты жәрдемақы
help-child-care-social-payment = Бала күтіміне байланысты әлеуметтік төлем
help-maternity-social-payment = Жүктілік пен босануға байланысты әлеуметтік төлем
help-large-family-allowance = Көпбалалы отбасыларға берілетін жәрдемақы
help-awarded-mother-allowance = Наградталған анаға жәрдемақы
help-child-disability-allowance = Мүгедектігі бар балаға жәрдемақы
help-disabled-child-parent-allowance = Мүгедектігі бар баланы тәрбиелеушіге жәрдемақы
help-group-1-carer-allowance = I топтағы адамды күтетінге жәрдемақы
help-disability-allowance = Мүгедектігі бойынша жәрдемақы
help-disability-allowance-special-cause = Мүгедектік жәрдемақысының жоғары мөлшері
help-ability-loss-social-payment = Жұмыс істеу қабілетінен айырылу бойынша әлеуметтік төлем
help-survivor-allowance = Асыраушысынан айырылу жәрдемақысы
help-survivor-allowance-both-parents = Әкесі мен анасынан айырылған балаға жәрдемақы
help-survivor-allowance-service = Қызмет бабында қаза тапқанның отбасына үстемеақы
help-survivor-social-payment = Асыраушысынан айырылу бойынша әлеуметтік төлем
help-burial-payment = Жерлеуге арналған бір реттік төлем
help-burial-from-savings = Зейнетақы жинағынан жерлеуге берілетін төлем
help-job-loss-social-payment = Жұмысынан айырылу бойынша әлеуметтік төлем
help-basic-pension = Мемлекеттік базалық зейнетақы
help-age-pension = Жасына қарай берілетін зейнетақы
help-special-state-allowance = Арнаулы мемлекеттік жәрдемақы
help-special-professional-allowance = Зиянды жағдайда жұмыс істегендерге жәрдемақы
help-local-aid = Әкімдіктің әлеуметтік көмегі
help-housing-aid = Тұрғын үй көмегі
help-job-search = Жұмыс іздеуге көмек
help-vocational-training = Тегін кәсіптік оқыту
help-business-support = Кәсіп ашуға көмек
help-subsidised-job = Ақысын мемлекет төлейтін жұмыс
help-resettlement = Жұмыс үшін қоныс аударуға көмек
help-job-quota = Мүгедектігі бар адамға арналған жұмыс орны
help-special-social-services = Үйде немесе орталықта тегін күтім
help-individual-assistant = Жеке көмекші
help-sign-language-specialist = Ымдау тілінің маманы
help-prostheses-and-aids = Протез, кресло-арба және басқа да құралдар
