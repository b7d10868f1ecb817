### The page to take along, the picture beside «Неге бұлай?», and the picture for relatives.
### Sums ($amount, $income, $line …) come ready, in whole tenge, as one sum or as a range.

button-paper = Ала баратын парақ
button-paper-both = Екі тілдегі парақ
button-paper-card = Туыстарға сурет
button-share = Туыстарға айту

## What is sent on to relatives: who sends it speaks
# $told is one of the messages below, $bot the link to the bot; $amount a month, $quarter a quarter

share-shown =
    Мына мәтінді туыстарыңызға жіберуге болады:
    <blockquote>{ $told }</blockquote>
    Қоса жіберілетін сілтеме: { $bot }
    Есіміңіз де, жауаптарыңыз да жіберілмейді.
button-share-result = Осы мәтінді жіберу
button-share-link = Тек сілтемені жіберу
share-yes = Алдын ала есеп бойынша отбасымыз айына { $amount } атаулы әлеуметтік көмек (АӘК) алуы мүмкін. Бұл – шешім емес. Ал отбасыңызға тиесілі ме? Бот мұны тегін есептейді.
share-no = { share-about-bot }
share-open = Отбасымызға атаулы әлеуметтік көмек (АӘК) тиесілі ме, алдын ала дәл айту мүмкін болмады. Ал отбасыңызға тиесілі ме? Бот мұны тегін есептейді.
share-about-bot = Отбасыңызға атаулы әлеуметтік көмек (АӘК) тиесілі ме, қанша? Бот мұны тегін есептейді.

## What stands below a file

paper-sent = Парақты басып шығарыңыз немесе телефоннан көрсетіңіз. Онда есеп, керек құжаттар және өтінішті қалай беру керегі жазылған. Нәтиже нөмірін төмендегі түймемен көшіруге болады.
paper-sent-both = Бұл парақ екі тілде: жартысы – қазақша, жартысы – орысша.
# $bot is a link to the bot
card-sent = Суретте тек есептің нәтижесі бар (көмек тиесілі болса, сомасы да), есім де, жауап та жоқ. Оны басқаларға жіберуге болады. Бот: { $bot }
# it could not be made
paper-failed = Парақты жасау мүмкін болмады. Сәл кейін қайталап көріңіз.

## The head of the page
# $number is the number of the result, $date a day

paper-title = Атаулы әлеуметтік көмек: алдын ала есеп
paper-place = { $region }, { $quarter }
paper-made = Есептелген күні: { $date }
paper-number = Нәтиже нөмірі: { $number }
paper-scan = Камераны QR-кодқа бағыттаңыз: осы нәтиже ботта ашылады.

## Headings

paper-family = Отбасы: есепке { $members } адам кіреді
paper-income = Табыс: { $base-months }
paper-calculation = Есеп
paper-until = Қашанға дейін өтініш беру керек
paper-doors = Енді не істеуге болады
paper-papers = Қандай құжат апару керек
paper-where = Қайда өтініш беру керек
paper-children = Балаларға берілетін әлеуметтік топтама
paper-beside = Көмекке қоса

## Rows of figures
# $months is a whole number

paper-row-income = Үш айда түскен табыс
paper-row-per-person = Бір адамға шаққандағы айлық табыс
paper-row-line = Шек, бір адамға айына
paper-row-line-estimate = Шамамен алынған шек, бір адамға айына
paper-row-difference = Шек пен табыстың айырмасы
paper-row-above = Табыс шектен қанша жоғары
paper-row-assistance = Көмек: айырма × { $members } адам
paper-row-assistance-open = Көмек: комиссияның шешіміне байланысты
paper-row-supplement = Балаларға қосымша төлем
paper-row-month = Айына барлығы
paper-row-likely = Ең ықтимал сома (шек – { $line })
paper-row-total = Барлығы, { $months } айға
paper-no-income = Есепке кіретін табыс жоқ
paper-at-least = кемінде { $amount }
paper-unknown = белгісіз
paper-rounded = Есеп тиынмен жүргізілді, мұндағы сандар теңгеге дейін дөңгелектелді.

## Until when
# $day-after is the last working day before «кешіктірмей», $month a month alone, $loss what one month brings

paper-until-month = Өтінішті { $day-after } кешіктірмей беріңіз: сонда көмек { $month } айы үшін де төленуі мүмкін. Кешіксеңіз, сол ай үшін { $loss } төленбейді.
paper-until-month-open = Өтінішті { $day-after } кешіктірмей беріңіз: көмек тиесілі болса, { $month } айы үшін де төленеді.
paper-until-quarter = Бұл есеп { $quarter } үшін ғана: тоқсанның соңғы жұмыс күні – { $date }.

## Papers: only what is named in rulebook.md («Application»), and beside the grounds of refusal

paper-bring-identity = жеке куәлік
paper-bring-account = өз атыңыздағы банк шотының нөмірі
paper-bring-alimony = алимент туралы анықтама
paper-bring-income = мемлекеттік базада жоқ басқа табыс болса, сол туралы анықтама
paper-bring-spouse = жұбайыңыздың бөлек тұратынын растайтын құжат: басқа мекенжайдағы тіркеу, ажырасу туралы куәлік немесе сот шешімі
paper-bring-registration = тіркелгеніңізді растайтын құжат (уақытша тіркеу де жарайды)
paper-bring-contract = келісімшарт басқа себеппен тоқтатылса, соны растайтын құжат
paper-bring-correct = қате кеткен құжаттың дұрысы
paper-bring-conclusion = комиссияның актісі мен қорытындысы (сұрап алыңыз)
paper-bring-status = азаматтықты, қандас не босқын мәртебесін растайтын құжат не ықтиярхат
paper-papers-source = Қалған мәлімет мемлекеттік базадан алынады. Бұл тізім ресми мәтінмен салыстырылмаған: тағы не керегін 1414 нөмірінен сұраңыз.

## Where
# $office-to is the dative, $visit-days, $days and $village-days are whole numbers

paper-where-to = Өтініш тіркелген жеріңізде беріледі: { $office-to }, ауылда әкімге немесе eGov арқылы. Мекенжайын 1414 нөмірінен білуге болады.
paper-where-then = Комиссия { $visit-days } күн ішінде келеді. Шешім әдетте { $days }, ауылда { $village-days } жұмыс күні ішінде шығады. Бәрі тегін.

## Children
# $children are labels, $items what they get

paper-package = { $children }: { $items }.

## The law
# $act is an act, $articles numbers of articles, $date a day

paper-sources = Негізі: { $sources }.

## The picture beside «Неге бұлай?»; the same in words is in explanations.ftl

picture-yes = Айына { $amount }
picture-no = Табыс шектен { $difference } артық
picture-no-at-least = Табыс шектен кемінде { $difference } артық
picture-equal = Табыс шекке тең
picture-refused = Көмек тағайындалмайды
picture-open = Дәл айту мүмкін емес
picture-people = Есепке { $members } адам кіреді
picture-income = Бір адамға шаққандағы айлық табыс
picture-line = Шек
picture-line-estimate = Шек (шамамен)
picture-difference = Айырмасы: { $difference }
picture-sum = { $difference } × { $members } адам = { $amount }
picture-sum-rounded = { $difference } × { $members } адам ≈ { $amount }
picture-supplement = Балаларға қосымша төлем: { $supplement }
picture-estimate = Бұл – алдын ала есеп, шешім емес.

## The picture for relatives
# $amount is what is paid a month, $period months with their year

card-question = Атаулы әлеуметтік көмек тиесілі ме?
card-yes = Иә, айына { $amount }
card-no = Бұл тоқсанда тиесілі емес
card-open = Дәл айту мүмкін емес, бірақ өтініш беруге болады
card-period = { $period }, барлығы { $total }
card-yours = Ал өз отбасыңызға тиесілі ме? Бот мұны тегін есептейді.
card-scan = Камераны QR-кодқа бағыттаңыз
