### Checks of other families, one after another: their list, their names, whose a button is.
### …-theirs stands in place of the message of the same name where the family is not one's own: it is not addressed.
### $name and $open are what the person calls a family.


check-head = Басқа отбасы: <b>{ $name }</b>
check-own = Өз отбасыңыз
button-menu-checks = Басқа отбасын тексеру
button-checks = Отбасылар тізімі

## The name

check-name-ask =
    Бұл отбасын қалай атайсыз? Мысалы: Көршім Айгүл.
    Атауын Сізден басқа ешкім көрмейді. Толық аты-жөні керек емес.
    Жауаптарын сол отбасының келісімімен жазыңыз.
check-rename-ask = Бұл отбасын енді қалай атайсыз? Толық аты-жөні керек емес.
check-name-not-taken =
    Атау { $fewest }–{ $most } таңбадан тұрсын: әріп, сан, бос орын.
    Мысалы: Көршім Айгүл.
check-name-secret =
    Бұл атау сақталған жоқ: онда телефон, карта не басқа жеке нөмір бар сияқты.
    Қысқа атау жазыңыз, мысалы: Көршім Айгүл.
check-name-there = Тізімде мұндай отбасы бар. Басқаша атаңыз, мысалы: Көршім Айгүл 2.
check-begun =
    Келесі сұрақтар – осы отбасы туралы. Жауаптары өз отбасыңыздікінен бөлек сақталады.
    Өз отбасыңызға қайту үшін: /menu, «{ button-menu-more }», «{ button-menu-checks }», содан кейін «{ check-own }».

## The list, and one family of it

checks-list = Қай отбасын ашасыз? Әрқайсысының жауаптары бөлек сақталады.
# $state is one of the states below
checks-line = { $name } – { $state }
check-state-empty = жауап әлі жоқ
check-state-begun = әлі есептелген жоқ
check-state-eligible = есеп бойынша айына { $amount }
check-state-due = есеп бойынша көмек тиесілі
check-state-refused = есеп бойынша тиесілі емес
check-state-open = нақты жауап жоқ
check-state-damaged = жауаптары ашылмайды
check-damaged = Атауы оқылмады
check-kept = Осы отбасы туралы { $days } күн ештеңе жазбасаңыз, жауаптары мен нәтижелері өшіріледі.
button-check-new = Тағы бір отбасы
button-check-open = Осы отбасын ашу
button-check-rename = Атауын өзгерту
button-check-delete = Өшіру
check-delete-ask = «{ $name }» отбасының жауаптары мен нәтижелері өшірілсін бе? Кейін қайтарып алу мүмкін емес.
button-check-delete-yes = Иә, өшіру
button-check-delete-no = Жоқ, қалсын
check-deleted = Отбасы тізімнен өшірілді.
check-gone = Бұл отбасы тізімде жоқ: ол өшірілген.
check-back-own = Өз отбасыңызға қайттыңыз.
checks-many = Тізімде ең көбі { $most } отбасы сақталады. Біреуін өшірсеңіз, орнына басқасын қоса аласыз.

## A button of another family than the one that is open

check-button-of-another =
    Бұл түйме мына отбасына қатысты: «{ $name }». Қазір ашығы – «{ $open }».
    Ештеңе өзгерген жоқ. Қайсысын ашасыз?

## Privacy, and what is handed out

privacy-checks = Басқа отбасыларды тексерсеңіз, олардың жауаптары мен нәтижелері де шифрланып, бөлек сақталады. Біреуі туралы { $days } күн ештеңе жазбасаңыз, сол отбасының жауаптары мен нәтижелері өшіріледі.

## The questions about another family

question-region-theirs = Бұл отбасы қай өңірде тіркелген (уақытша болса да)? Өтініш сол жерде беріледі.
question-region-lived-theirs =
    Отбасы қай өңірде тұрады? Шек сол өңір бойынша алынады.
    Өтініш беру үшін алдымен тіркелу керек, уақытша болса да. Қалай тіркелетінін бот соңында айтады.
question-status-theirs =
    Отбасындағылардың бәрі Қазақстан азаматы, қандас, босқын немесе ықтиярхаты бар адам ба?
    Көмек осындай адамдарға ғана тағайындалады.
question-household-theirs =
    Өтініш беретін адаммен бірге кімдер тұрады? Бәрін белгілеңіз.
    Некесі тіркелмеген жұбай да, қамқорлыққа алынған бала да отбасына кіреді.
question-spouse-apart-theirs =
    Өтініш беретін адамның жұбайы қазір қайда? Оның есепке кірер-кірмесі осыған байланысты.
    Неке мемлекеттік базада көрінеді, сондықтан олар бөлек тұрса да, некені айту керек.
question-people-child-theirs =
    Отбасындағы 18 жасқа толмаған балалар неше жаста? Асырап алынған, қамқорлыққа алынған бала да есепке кіреді.
    Жастарын бір жолға жазыңыз, мысалы: 12 7 3. Бір жасқа толмаса – 0.
question-people-grown-theirs =
    Өтініш беретін адамның бірге тұратын 18-ге толған балалары неше жаста?
    Жастарын бір жолға жазыңыз, мысалы: 24 19. Оқымаса да, жұмыс істесе де есепке кіреді.
question-people-parent-theirs =
    Өтініш беретін адамның және жұбайының бірге тұратын ата-анасы неше жаста?
    Жастарын бір жолға жазыңыз, мысалы: 64 61.
question-people-mother-theirs = Өтініш беретін адамның анасы неше жаста? Санмен жазыңыз, мысалы: 68.
question-people-father-theirs = Өтініш беретін адамның әкесі неше жаста? Санмен жазыңыз, мысалы: 68.
question-people-husbands_mother-theirs = Өтініш беретін адамның енесі неше жаста? Санмен жазыңыз, мысалы: 68.
question-people-husbands_father-theirs = Өтініш беретін адамның қайын атасы неше жаста? Санмен жазыңыз, мысалы: 68.
question-people-wifes_mother-theirs = Өтініш беретін адамның әйелінің анасы неше жаста? Санмен жазыңыз, мысалы: 68.
question-people-wifes_father-theirs = Өтініш беретін адамның әйелінің әкесі неше жаста? Санмен жазыңыз, мысалы: 68.
question-people-brother-theirs =
    Өтініш беретін адамның бірге тұратын аға-інілері неше жаста?
    Бірнешеу болса, жастарын бір жолға жазыңыз, мысалы: 24 16.
question-people-sister-theirs =
    Өтініш беретін адамның бірге тұратын әпкесі, сіңлісі не қарындасы неше жаста?
    Бірнешеу болса, жастарын бір жолға жазыңыз, мысалы: 24 16.
question-people-daughter_in_law-theirs =
    Өтініш беретін адамның бірге тұратын келіні неше жаста?
    Бірнешеу болса, жастарын бір жолға жазыңыз, мысалы: 25 22.
question-people-son_in_law-theirs =
    Өтініш беретін адамның бірге тұратын күйеу баласы неше жаста?
    Бірнешеу болса, жастарын бір жолға жазыңыз, мысалы: 30 27.
question-people-grandmother-theirs =
    Өтініш беретін адамның бірге тұратын әжесі неше жаста?
    Бірнешеу болса, жастарын бір жолға жазыңыз, мысалы: 78 74.
question-people-grandfather-theirs =
    Өтініш беретін адамның бірге тұратын атасы неше жаста?
    Бірнешеу болса, жастарын бір жолға жазыңыз, мысалы: 80 76.
question-relatives-theirs = Өтініш беретін адамның тағы қай туыстары бірге тұрады? Бәрін белгілеңіз.
question-people-sibling-theirs =
    Өтініш беретін адамның бірге тұратын туған бауырлары неше жаста (аға, іні, әпке, сіңлі, қарындас)?
    Жастарын бір жолға жазыңыз, мысалы: 24 16.
question-people-child_in_law-theirs =
    Өтініш беретін адамның бірге тұратын келіні, күйеу баласы неше жаста?
    Жастарын бір жолға жазыңыз, мысалы: 25 30.
question-people-grandparent-theirs =
    Өтініш беретін адамның бірге тұратын ата-әжесі неше жаста?
    Жастарын бір жолға жазыңыз, мысалы: 78 74.
question-people-grandchild-theirs =
    Өтініш беретін адамның бірге тұратын немерелері неше жаста?
    Жастарын бір жолға жазыңыз, мысалы: 6 2. Бір жасқа толмаса – 0.
    Қамқорлыққа алынған немере болса, оны мұнда жазбай, «{ button-household-children-theirs }» деп белгілеңіз.
question-people-other-theirs =
    Өтініш беретін адамның бірге тұратын басқа туыстары неше жаста?
    Жастарын бір жолға жазыңыз, мысалы: 45 19.
question-people-student-theirs =
    Отбасының бөлек тұрып, күндізгі бөлімде оқитын балалары (18–22 жас) неше жаста?
    Жастарын бір жолға жазыңыз, мысалы: 19 21.
question-income-kinds-theirs = Үш айда ({ $base-months }) отбасына қандай ақша түсті? Бәрін белгілеңіз.
question-allowance-kinds-theirs =
    Үш айда ({ $base-months }) отбасына қандай жәрдемақы төленді? Бәрін белгілеңіз.
    Олардың кейбірі табысқа қосылмайды.
question-amount-other-theirs =
    Отбасына айына тағы қанша ақша түсті ({ $base-months })?
    Үш айда бірдей болса, бір айдікін жазыңыз. Мысалы: 20 000 немесе 20 мың.
question-amount-loan-theirs =
    Үш айда ({ $base-months }) отбасы қанша теңге несие алды? Ипотека есепке кірмейді.
    Несие бірнешеу болса, қосып жазыңыз. Мысалы: 300 000 немесе 300 мың.
question-circumstances-theirs = Отбасында мыналардың бірі бар ма? Бұл есепке әсер етеді.
question-work-refused-on-theirs =
    Отбасынан біреу { $office } ұсынған жұмыстан немесе курстан қай күні бас тартты?
    Күнін жазыңыз, мысалы: { $example }.
    Бұл кінәлау үшін емес: көмекті қай күннен бастап алуға болатынын есептеу керек.
question-award-theirs =
    Отбасындағы ананың қандай алқасы бар?
    «Батыр ана» атағы немесе «Ана даңқы» ордені болса, «Алтын алқа» түймесін басыңыз.
question-property-theirs =
    Отбасында мыналардың бірі бар ма? Соңғы 5 жылда сатылған не сыйға берілген үй де кіреді.
    Болса, комиссия «қажеттілік жоқ» деуі мүмкін. Мұны бот емес, комиссия шешеді.
share-yes-theirs = Алдын ала есеп бойынша отбасыңыз айына { $amount } атаулы әлеуметтік көмек (АӘК) алуы мүмкін. Бұл – шешім емес. Есепті ботта тегін тексеруге болады.
share-no-theirs = Алдын ала есеп бойынша отбасыңызға атаулы әлеуметтік көмек (АӘК) әзірге тиесілі емес. Бұл – шешім емес. Есепті ботта тегін тексеруге болады.
share-open-theirs = Отбасыңызға атаулы әлеуметтік көмек (АӘК) тиесілі ме, алдын ала дәл айту мүмкін болмады. Есепті ботта тегін тексеруге болады.
card-yours-theirs = Есепті ботта тегін тексеруге болады.
share-shown-theirs =
    Мына мәтінді осы отбасына жіберуге болады:
    <blockquote>{ $told }</blockquote>
    Қоса жіберілетін сілтеме: { $bot }
    Есімдер де, жауаптар да жіберілмейді.
button-share-theirs = Отбасына айту
button-paper-card-theirs = Отбасына сурет
large-family-theirs = Айына { $amount } – көпбалалы отбасыларға берілетін жәрдемақы: бұл отбасында { $children } бала бар. Жәрдемақы табысқа қарамай төленеді, бірақ атаулы көмек есебінде табысқа қосылады.
large-family-unknown-theirs = Көпбалалы отбасыларға берілетін жәрдемақы да тиесілі: бұл отбасында { $children } бала бар. Оның мөлшері ботта әзірге жоқ.
refused-keeps-allowances-theirs = Көпбалалы отбасыларға не наградталған аналарға берілетін жәрдемақы төленіп жүрсе, ол сақталады.
refused-keeps-allowances-and-package-theirs = Көпбалалы отбасыларға не наградталған аналарға берілетін жәрдемақы төленіп жүрсе, ол сақталады. Балаларға берілетін әлеуметтік топтама да сақталады.
next-steps-theirs =
    1. { $identity } пен өтініш беретін адамның атындағы банк шоты керек. Мемлекеттік базада жоқ табыс (мысалы, алимент) болса, ол туралы анықтама да керек.
    2. Өтініш { $office-to } (мекенжайын 1414 нөмірінен сұраңыз), ауылда әкімге немесе eGov арқылы беріледі.
    3. Комиссия { $visit-days } күн ішінде (мүмкін, { $visit-days } жұмыс күні ішінде) үйге келеді: үйде ересек адам болуы керек. Шешім әдетте { $days } жұмыс күні ішінде, ал өтініш ауыл әкіміне берілсе, { $village-days } жұмыс күні ішінде шығады. Бәрі тегін.
next-steps-disagree-theirs = Бұл – боттың қорытындысы ғана. Отбасы келіспесе, өтініш бере алады: ол тегін, шешімді { $office } шығарады.
next-steps-duty-theirs = Көмек төленіп тұрғанда табыс, отбасының құрамы не мекенжай өзгерсе, отбасы оны { $days } жұмыс күні ішінде { $office-to }, ауылда әкімге айтуы керек. Айтпаса, артық төленген ақшаны қайтару керек болады.
warning-spouse_left-theirs = Бөлек тұратын жұбай отбасына кірмеуі мүмкін. Неке мемлекеттік базада көрінеді, сондықтан жұбайдың бөлек тұратынын растайтын құжат керек: басқа мекенжайдағы тіркеу, ажырасу туралы куәлік немесе сот шешімі.
result-apply-by-today-open-theirs = ⏳ Өтінішті бүгін беру керек: сонда көмек { $month } айы үшін де төленуі мүмкін.
result-apply-by-today-theirs = ⏳ Өтінішті бүгін беру керек, әйтпесе { $month } айының ақшасы төленбеуі мүмкін.
result-apply-by-open-theirs = ⏳ Өтінішті { $day-after } кешіктірмей беру керек: сонда көмек { $month } айы үшін де төленуі мүмкін.
result-apply-by-theirs = ⏳ Өтінішті { $day-after } кешіктірмей беру керек, әйтпесе { $month } айының ақшасы төленбеуі мүмкін.
button-commission-examination_refused-theirs = Үйді көрсетпей қойды
hint-child-range-theirs =
    Мұнда 18 жасқа толмаған балалардың ғана жасын жазыңыз, мысалы: 12 7 3.
    18-ге толған балаларды «Ересек балалары» деп белгілеңіз.

## How its people are called

button-household-spouse-theirs = Жұбайы
button-household-spouse_apart-theirs = Жұбайы бөлек тұрады
button-household-children-theirs = Балалары
button-household-grown-theirs = Ересек балалары
button-household-mother-theirs = Анасы
button-household-father-theirs = Әкесі
button-household-husbands_mother-theirs = Енесі
button-household-husbands_father-theirs = Қайын атасы
button-household-parents-theirs = Ата-анасы, ата-енесі
button-household-relatives-theirs = Басқа туыстары
button-relatives-wifes_mother-theirs = Әйелінің анасы
button-relatives-wifes_father-theirs = Әйелінің әкесі
button-relatives-brother-theirs = Аға-інілері
button-relatives-sister-theirs = Әпке-қарындастары
button-relatives-daughter_in_law-theirs = Келіні
button-relatives-son_in_law-theirs = Күйеу баласы
button-relatives-grandmother-theirs = Әжесі
button-relatives-grandfather-theirs = Атасы
button-relatives-grandchild-theirs = Немерелері
person-self-theirs = Өтініш беретін адам
person-spouse-theirs = Жұбайы
person-mother-theirs = Анасы, { person-years }
person-father-theirs = Әкесі, { person-years }
person-husbands_mother-theirs = Енесі, { person-years }
person-husbands_father-theirs = Қайын атасы, { person-years }
person-wifes_mother-theirs = Әйелінің анасы, { person-years }
person-wifes_father-theirs = Әйелінің әкесі, { person-years }
person-brother-theirs = Аға-інісі, { person-years }
person-sister-theirs = Әпке-қарындасы, { person-years }
person-daughter_in_law-theirs = Келіні, { person-years }
person-son_in_law-theirs = Күйеу баласы, { person-years }
person-grandmother-theirs = Әжесі, { person-years }
person-grandfather-theirs = Атасы, { person-years }
person-other-theirs = Туысы, { person-years }

## Its answers

review-nobody-entitled-theirs =
    Бәрі дұрыс па?
    { $region }
    Отбасында Қазақстан азаматы да, қандас та, босқын да, осында тұрақты тұруға рұқсаты (мысалы, ықтиярхаты) бар адам да жоқ.
    Ондай адам болса, «{ button-edit-family }» түймесін басыңыз.
review-region-nowhere-theirs = { $region } (осында тұрады, еш жерде тіркелмеген)
line-region-lived-theirs = Тұратын өңір
line-spouse-apart-theirs = Жұбайы қайда
group-mother-theirs = Анасы
group-father-theirs = Әкесі
group-husbands_mother-theirs = Енесі
group-husbands_father-theirs = Қайын атасы
group-wifes_mother-theirs = Әйелінің анасы
group-wifes_father-theirs = Әйелінің әкесі
group-brother-theirs = Аға-інілері
group-sister-theirs = Әпке-қарындастары
group-daughter_in_law-theirs = Келіні
group-son_in_law-theirs = Күйеу баласы
group-grandmother-theirs = Әжесі
group-grandfather-theirs = Атасы
family-theirs = Отбасында { $members } адам бар. Тізімнен біреуін таңдаңыз немесе жаңа адам қосыңыз.
button-add-spouse-theirs = Жұбайы
button-add-mother-theirs = Анасы
button-add-father-theirs = Әкесі
button-add-husbands_mother-theirs = Енесі
button-add-husbands_father-theirs = Қайын атасы
button-add-wifes_mother-theirs = Әйелінің анасы
button-add-wifes_father-theirs = Әйелінің әкесі
button-add-brother-theirs = Ағасы не інісі
button-add-sister-theirs = Әпкесі не қарындасы
button-add-daughter_in_law-theirs = Келіні
button-add-son_in_law-theirs = Күйеу баласы
button-add-grandmother-theirs = Әжесі
button-add-grandfather-theirs = Атасы

## Its result

result-other-help-theirs = Есеп бойынша бұл отбасына тиесілі басқа төлем – айына { $amount }: «{ button-other-help }» түймесін басыңыз.
help-fact-business-idea-theirs = Отбасында кәсіп ашқысы келетін адам бар ма?
refused-measures_refused-theirs =
    { $until-to } дейін бүкіл отбасына көмек тағайындалмайды: ұсынылған жұмыстан немесе курстан бас тартылған ({ $source }).
    Дәлелді себеп болса (бала күтімі, ауру, күндізгі оқу), отбасы оны { $office-to } айтуы керек.
result-undecided-measures_refused-theirs = Жұмыстан немесе курстан бас тартылған күн белгісіз. Содан бері { $months } ай өтпеген болса, бүкіл отбасына көмек тағайындалмайды.
doubt-relatives-theirs = бірге тұратын туыстар отбасына кіре ме
if-relatives-counted-theirs = бірге тұратын туыстар отбасына кірсе
no-need-cars-theirs = • жүруге жарамды екінші жеңіл көлік. Отбасы көпбалалы болса не онда мүгедектігі бар бала, I–II топтағы адам болса, кедергі емес.
package-nobody-theirs = Отбасында { $until } жасқа толмаған бала жоқ, ал әлеуметтік топтама балаларға беріледі.
package-without-assistance-theirs = Отбасы атаулы көмек алмаса да, балаларға медициналық көмек беріледі.
warning-some_not_entitled-theirs = Отбасындағылардың кейбірі көмек ала алмауы мүмкін. Көмек кімдерге есептелетіні өтініш берген кезде айтылады.
warning-relatives_counted-theirs = Бірге тұратын туыстар мен ересек балалар да, олардың табысы да есепке кіреді. Бәрін көрсету керек.
warning-not_registered_here-theirs = Отбасында осы жерде тіркелмеген адам бар. Сол себепті көмек тағайындалмауы мүмкін: алдымен ол тіркелуі керек (уақытша болса да).
warning-large_family_allowance_not_listed-theirs = Көпбалалы отбасыларға берілетін жәрдемақы бұл отбасына тиесілі, бірақ табыстардың арасында жоқ. Отбасы оны алып жүрсе, табысқа қосып, қайта есептеңіз.
warning-pension_age_unverified-theirs = Отбасында зейнеткерлік жасқа жақын адам бар. Зейнеткерлік жас ресми мәтінмен салыстырылмаған.
warning-no_child_under_3-theirs = 3 жасқа толмаған балаға күтім жасау белгіленді, бірақ отбасында ондай бала жоқ. Жауабыңызды тексеріңіз.
warning-exempt_member_refused_measures-theirs = Жұмыстан немесе курстан бас тарту белгіленді, бірақ отбасында жұмысқа шығуға, курсқа баруға міндетті адам жоқ. Сондықтан есепте бұл бас тарту көмекке кедергі болған жоқ.
warning-grown_child_not_counted-theirs = Ересек бала есепке кірген жоқ: 18-ге толған балалардан күндізгі бөлімде оқитын, 23-ке толмағандары ғана кіреді. Ол бала бірге тұрса, комиссия басқаша шешуі мүмкін.

## Why

why-income-theirs = 1. Үш айда ({ $base-months }) отбасына { $income } түсті.
why-income-at-least-theirs = 1. Үш айда ({ $base-months }) отбасына кемінде { $income } түсті, қалғаны белгісіз.
why-income-unknown-theirs = 1. Үш айда ({ $base-months }) отбасына қанша табыс түскені белгісіз.
why-income-none-theirs = 1. Үш айда ({ $base-months }) отбасына есепке кіретін табыс түскен жоқ.
why-measures_refused-theirs = Отбасынан біреу ұсынылған жұмыстан немесе курстан бас тартқан. Сондықтан { $until-to } дейін бүкіл отбасына көмек тағайындалмайды.
why-measures_refused_without_day-theirs = Отбасынан біреу ұсынылған жұмыстан немесе курстан бас тартқан, бірақ оның күні белгісіз. Содан бері { $months } ай өтпеген болса, бүкіл отбасына көмек тағайындалмайды.
why-nobody_entitled-theirs = Жауаптар бойынша бұл отбасында Қазақстан азаматы, қандас, босқын немесе осында тұрақты тұруға рұқсаты (мысалы, ықтиярхаты) бар адам жоқ.
why-bases_of_no_need-theirs = Отбасында бар мүлік: { $holdings }. Соған сүйеніп, комиссия «қажеттілік жоқ» деуі мүмкін.
why-unconditional-nobody-theirs = Отбасында жұмыс істей алатын адам жоқ. Сондықтан көмек шартсыз беріледі: әлеуметтік келісімшарт керек емес.
why-unconditional-theirs = Отбасында бір ғана адам ({ $names }) жұмыс істей алады, бірақ ол да жақынына күтім жасайды. Сондықтан көмек шартсыз беріледі: әлеуметтік келісімшарт керек емес.
why-unconditional-ill-theirs = Отбасында бір ғана адам ({ $names }) жұмыс істей алады, бірақ ол да 2 айдан ұзақ ауырып жүр. Сондықтан көмек шартсыз беріледі: әлеуметтік келісімшарт керек емес.
social-contract-theirs = Отбасында кім жұмыс істей алады: { $names }. Сондықтан әлеуметтік келісімшарт жасалады: { $office } жұмыс немесе курс ұсынады, сол жұмысқа шығу не курсқа бару керек.
social-contract-nobody-theirs = Отбасында кім жұмыс істей алады: { $names }. Сондықтан әлеуметтік келісімшарт жасалады, бірақ жұмысқа шығу, курсқа бару міндетті емес.

## What would change it

doors-none-theirs = Жауаптарыңызда бұл нәтижені өзгертетін ештеңе жоқ. Отбасында бір нәрсе өзгерсе, не болатынын «{ button-what-if }» түймесі көрсетеді.

## Other help

help-total-theirs = Отбасының табысы – айына шамамен { $without-help }, бұл көмекпен – { $with-help }.
help-lasts-large-family-theirs = Отбасы көпбалалы болып тұрғанда төленеді.
help-while-paid-theirs = Ақша төленіп жүрген кезде отбасындағы өзгерісті { $days } жұмыс күні ішінде халыққа қызмет көрсету орталығына (ХҚКО) хабарлау керек. Шоттағы ақша { $months } ай жұмсалмаса, төлем тоқтатыла тұрады.
help-fact-who-receives-theirs = Оны отбасында кім алып жүр?
help-fact-for-whom-received-theirs = Қазір бұл ақша отбасында кім үшін төленіп жүр?
help-fact-parent-or-guardian-theirs = Отбасында баланың әкесі, анасы не қорғаншысы бар ма?
help-fact-only-dwelling-now-theirs = Қазір отбасының баспанасы біреу ғана ма?
help-fact-housing-costs-above-share-theirs = Коммуналдық төлемдер отбасының табысына шаққанда көп пе?
help-fact-willing-to-move-theirs = Отбасы жұмыс үшін басқа жаққа көше ала ма?

## What if

what-if-more-theirs = Отбасына айына { $amount } артық түседі.
what-if-less-theirs = Отбасына айына { $amount } кем түседі.
what-if-even-theirs = Отбасының ақшасы өзгермейді.
what-if-title-joins-theirs = <b>Айына { $wage } табысы бар ересек туыс көшіп келсе</b>
what-if-money-theirs = Көшіп келетін ересек туыстың табысы айына қанша? Мысалы: 150 000 немесе 150 мың. Табысы болмаса – 0.
button-what-if-joins-theirs = Біреу көшіп келсе
