### «Неге бұлай?»: the steps of rules/explanation.py, in the order of the act. Only here the line has its name.
### The arithmetic is numbered 1–5; what stands around it is not.

## Who counts

# $members is a whole number
why-who_counts = Есепке отбасының { $members } мүшесі кіреді:
why-member = • { $person }
# whether this member counts is open
why-member-open = • { $person }: кіре ме, оны комиссия шешеді
why-not-counted-state_support = • { $person }: есепке кірмейді (мемлекеттің толық қамқорлығында)
why-not-counted-military = • { $person }: есепке кірмейді (мерзімді әскери қызметте)
why-not-counted-detention = • { $person }: есепке кірмейді (қамауда не колонияда)
why-not-counted-treatment = • { $person }: есепке кірмейді (мәжбүрлі емделуде)
why-not-counted-unknown = • { $person }: есепке кірмейді (қайда екені белгісіз)
why-not-counted-left = • { $person }: есепке кірмейді (бөлек тұрады)
why-not-counted-grown_child = • { $person }: есепке кірмейді (бөлек тұратын ересек балалардан 23 жасқа толмаған, күндізгі бөлімде оқитын студент қана кіреді)

## Income
# $income and $per-person are sums or ranges, $base-months and $quarter stand alone

why-base_quarter = Өтініш берілетін тоқсан – { $quarter }. Сондықтан оның алдындағы үш айдың табысы есепке алынады: { $base-months }.
why-income = 1. Үш айда ({ $base-months }) отбасыңызға { $income } түсті.
why-income-at-least = 1. Үш айда ({ $base-months }) отбасыңызға кемінде { $income } түсті, қалғаны белгісіз.
why-income-unknown = 1. Үш айда ({ $base-months }) отбасыңызға қанша табыс түскені белгісіз.
why-income-none = 1. Үш айда ({ $base-months }) отбасыңызға есепке кіретін табыс түскен жоқ.
why-income-kind = • { $kind }: { $amount }
why-income-kind-at-least = • { $kind }: кемінде { $amount }
why-income-kind-unknown = • { $kind }: мөлшері белгісіз
# $kinds is a list of kinds of income
why-income-open = Табысқа қосыла ма, оны комиссия шешеді: { $kinds }.
why-income-left-out = Табысқа қосылмайды: { $kinds }.
why-per-person = 2. Табысты { $members } адамға және 3 айға бөлгенде, бір адамға айына { $per-person } келеді.
why-per-person-at-least = 2. Табысты { $members } адамға және 3 айға бөлгенде, бір адамға айына кемінде { $per-person } келеді.
# there was no income
why-per-person-none = 2. Сондықтан бір адамға айына { $per-person } келеді.
why-per-person-unknown = 2. Сондықтан бір адамға айына қанша келетіні де белгісіз.

## The line

why-line = 3. { $region-in } кедейлік шегі – бір адамға айына { $line } ({ $quarter }).
# $source is one of line-source-…, or what the administrator wrote
why-line-source = Шектің дереккөзі: { $source }.
why-line-estimate = Ресми шек ботта әзірге жоқ, бұл сан шамамен алынды: { $basis }.
why-line-minimum = Ең төмен күнкөріс деңгейі – { $minimum } ({ $origin }), оның { $share }-ы – { $line }.
# how an estimated band comes about: the evidence, and what became of it; $from-year and the like are sums or factors
# $figures is a list of why-line-figure, $factors a list of factor-…
why-line-evidence = Дерек: { $place }, { $figures } ({ $origin }).
why-line-figure = { $period } – { $figure }
why-line-carried = { $quarter } үшін мыналар ескерілді: { $factors }. Нәтиженің { $share }-ы – { $line }, ең ықтималы – { $likely }.
why-line-as-it-stands = Осы санның { $share }-ы – { $likely }.
factor-season = жыл мезгілі (×{ $by })
factor-ratio = елмен салыстырғандағы өңір деңгейі (×{ $by })
factor-growth = { $years } жылғы өсім (×{ $least }–{ $greatest })
factor-margin = екі жаққа да ықтимал ауытқу ({ $share })
why-line-median = Жоғарғы шетіне тағы { $share } қосылған: бұл өңірде шек медианалық табыс бойынша белгіленуі мүмкін.
place-country = Қазақстандағы ең төмен күнкөріс деңгейі
place-region = өңірдегі ең төмен күнкөріс деңгейі
place-line = өңірдің ресми шегі бойынша ең төмен күнкөріс деңгейі
line-source-KZ-75-2020-Q2 = Алматы қаласындағы баспасөз конференциясы, 2020 жылғы 17 маусым
line-source-KZ-79-2023-Q2 = Шымкент қаласының әкімдігі, 2023 жылғы 16 мамыр
line-source-KZ-71-2023-Q3 = Астана қаласының әкімдігі, 2023 жылғы III тоқсан
line-source-entered = ботқа енгізілген сан

why-difference = 4. Шек – { $line }, бір адамға шаққандағы табыс – { $per-person }. Айырмасы – { $difference }.
why-equal = 4. Шек пен табыс тең: { $line }. Табыс шектен аспайды, сондықтан бұл – бас тартуға себеп емес.
why-above = 4. Бір адамға шаққандағы табыс – { $per-person }, шек – { $line }. Табыс шектен { $difference } артық.
why-above-at-least = 4. Бір адамға шаққандағы табыс – кемінде { $per-person }, шек – { $line }. Табыс шектен кемінде { $difference } артық.
# $share 15%
why-near = 4. Табыс ({ $per-person }) пен шамамен алынған шектің ({ $line }) айырмасы { $share }-дан аспайды. Сондықтан дәл айту мүмкін емес.
why-near-band = 4. Табыс ({ $per-person }) шамамен алынған шектің ({ $line }) екі шетінің арасында. Сондықтан дәл айту мүмкін емес.
why-near-above = 4. Табыс ({ $per-person }) шамамен алынған шектен ({ $line }) жоғары, бірақ ресми шек одан да жоғары болуы мүмкін.
why-undecided = 4. Табыс дәл белгілі емес, сондықтан оны шекпен ({ $line }) нақты салыстыру мүмкін емес.
why-readings = 4. Табыс шектен ({ $line }) жоғары ма, төмен бе – ол комиссияның шешіміне байланысты.

## Other grounds
# $until-to is a day before «дейін»

why-no_other_ground = Көмекке табыстан бөлек те кедергі болуы мүмкін: мысалы, жұмыстан бас тарту не жалған мәлімет. Жауаптарыңызда ондай кедергі жоқ.
why-examination_refused = Тұрмыс жағдайын комиссияға көрсетуден бас тартылса, осы өтініш бойынша көмек тағайындалмайды.
why-commission_no_need = Учаскелік комиссия «қажеттілік жоқ» деген қорытынды берсе, осы өтініш бойынша көмек тағайындалмайды.
why-measures_refused = Отбасыңыздан біреу ұсынылған жұмыстан немесе курстан бас тартқан. Сондықтан { $until-to } дейін бүкіл отбасыңызға көмек тағайындалмайды.
# beside why-measures_refused
why-measures-keep = Бұл бас тарту көпбалалы отбасыларға, наградталған аналарға берілетін жәрдемақыға және балаларға берілетін әлеуметтік топтамаға әсер етпейді.
why-contract_broken = Бұрынғы әлеуметтік келісімшарт көмек алушының кінәсінен тоқтатылған немесе орындалмаған. Сондықтан { $until-to } дейін көмек тағайындалмайды.
# the day is not known; $months is the term
why-measures_refused_without_day = Отбасыңыздан біреу ұсынылған жұмыстан немесе курстан бас тартқан, бірақ оның күні белгісіз. Содан бері { $months } ай өтпеген болса, бүкіл отбасыңызға көмек тағайындалмайды.
why-contract_broken_without_day = Бұрынғы әлеуметтік келісімшарт көмек алушының кінәсінен тоқтатылған немесе орындалмаған, бірақ оның күні белгісіз. Содан бері { $months } ай өтпеген болса, көмек тағайындалмайды.
why-nobody_entitled = Жауаптарыңыз бойынша отбасыңызда Қазақстан азаматы, қандас, босқын немесе осында тұрақты тұруға рұқсаты (мысалы, ықтиярхаты) бар адам жоқ.
why-false_data = Жалған мәлімет немесе шындыққа сай емес құжат берілген деп саналған. Сондықтан { $until-to } дейін көмек тағайындалмайды.
why-false_data_without_day = Жалған мәлімет немесе шындыққа сай емес құжат берілген деп саналған, бірақ оның күні белгісіз. Содан бері { $months } ай өтпеген болса, көмек тағайындалмайды.
why-bases_of_no_need = Отбасыңызда бар мүлік: { $holdings }. Соған сүйеніп, комиссия «қажеттілік жоқ» деуі мүмкін.
why-false_data-without-term = Жалған мәлімет немесе шындыққа сай емес құжат берілсе, көмек тағайындалмайды. Көмектің қанша уақыт тағайындалмайтынын бот білмейді: бұл туралы ресми мәтін ботта әлі жоқ.

## Amount

why-amount = 5. Айырма отбасының әр мүшесіне беріледі: { $difference } × { $members } = { $amount }.
why-amount-rounded = Сома алдымен тиынымен есептеледі, соңында бүтін теңгеге дейін жоғары қарай дөңгелектенеді. Дөңгелектеу тәртібі ресми мәтінмен салыстырылмаған.
why-amount-zero = 5. Айырма жоқ, сондықтан көмек мөлшері – { $amount }.
why-amount-if = 5. Шек дәл осындай болса: { $difference } × { $members } = { $amount }.
why-amount-if-up-to = 5. Шек ең жоғары болса: { $difference } × { $members } = { $amount }.
why-amount-likely = Ең ықтимал шек бойынша: { $amount }.
why-amount-if-no-more = 5. Табыс ең аз болып шықса: { $difference } × { $members } = { $amount }.
why-amount-if-term-over = 5. Көмек тағайындалмайтын мерзім өткен болса: { $difference } × { $members } = { $amount }.
why-amount-none-if = 5. Шамамен алынған шек бойынша төленетін айырма жоқ.
# readings are open
why-amount-if-counted = 5. Комиссия бәрін есепке алса: { $difference } × { $members } = { $amount }.
why-amount-none-counted = 5. Комиссия бәрін есепке алса, төленетін айырма жоқ.
# $months-paid is a list of months
why-months = Көмек өтініш берілген айдан бастап тоқсанның соңына дейін төленеді: { $months-paid }.
# $from and $to are ages, $children a whole number, $multiplier 1,5
why-child_supplement =
    { $from } жастан { $to } жасқа дейінгі (қоса алғанда) { $children } балаға қосымша төлем: { $children ->
        [1] { $amount }.
       *[more] { $each } × { $children } = { $amount }.
    }
why-child_supplement-unknown = { $from } жастан { $to } жасқа дейінгі (қоса алғанда) { $children } балаға қосымша төлем беріледі. Мөлшері белгісіз.
why-child_supplement-each = Бір балаға { $multiplier } айлық есептік көрсеткіш (АЕК) төленеді.
why-child_supplement-ages = { $to } жастағы балаға да төлене ме – бұл ресми мәтін бойынша тексерілмеген.
# where a number comes from, in two words: $origin
origin-legal_text = ресми мәтін
origin-official = ресми дерек
origin-media = баспасөздегі дерек
origin-derived = есептеп шығарылған дерек
origin-unverified = тексерілмеген дерек
why-index = Бұл төлем айлық есептік көрсеткішпен (АЕК-пен) есептеледі: 1 АЕК – { $index } ({ $origin }).
why-index-unknown = Бұл күннің айлық есептік көрсеткіші (АЕК) ботта жоқ.

## Kind of assistance
# $names is a list of labels, $office an office-…

why-unconditional-nobody = Отбасыңызда жұмыс істей алатын адам жоқ. Сондықтан көмек шартсыз беріледі: әлеуметтік келісімшарт керек емес.
why-unconditional = Отбасыңызда бір ғана адам ({ $names }) жұмыс істей алады, бірақ ол да жақынына күтім жасайды. Сондықтан көмек шартсыз беріледі: әлеуметтік келісімшарт керек емес.
why-unconditional-ill = Отбасыңызда бір ғана адам ({ $names }) жұмыс істей алады, бірақ ол да 2 айдан ұзақ ауырып жүр. Сондықтан көмек шартсыз беріледі: әлеуметтік келісімшарт керек емес.
social-contract = Отбасыңызда кім жұмыс істей алады: { $names }. Сондықтан әлеуметтік келісімшарт жасалады: { $office } жұмыс немесе курс ұсынады, сол жұмысқа шығу не курсқа бару керек.
social-contract-nobody = Отбасыңызда кім жұмыс істей алады: { $names }. Сондықтан әлеуметтік келісімшарт жасалады, бірақ жұмысқа шығу, курсқа бару міндетті емес.
why-must-join = Жұмысқа шығуға не курсқа баруға міндетті: { $names }.
why-exempt-study = • { $person }: жұмыс не курс міндетті емес (күндізгі оқу)
why-exempt-illness = • { $person }: жұмыс не курс міндетті емес (2 айдан ұзақ ауру)
why-exempt-care_of_child_under_3 = • { $person }: жұмыс не курс міндетті емес (3 жасқа толмаған балаға күтім жасау)
why-exempt-care = • { $person }: жұмыс не курс міндетті емес (жақын адамға күтім жасау)
why-exempt-permanent_work = • { $person }: ұсынылған жұмыс не курс міндетті емес (тұрақты жұмысы бар)

## The children's package

why-social_package = Балаларға берілетін әлеуметтік топтама әр баланың жасына қарай белгіленеді. 18 жасқа толмаған бала саны – { $children }.

## Why, in a few lines
# $members are people, sums come ready

short-income = Есепке { $members } адам кіреді, үш айда түскен табыс – { $income }.
short-per-person = Бір адамға шаққандағы табыс – айына { $income }, шек – { $line }.
short-per-person-estimate = Бір адамға шаққандағы табыс – айына { $income }, шек (шамамен) – { $line }.
short-per-person-likely = Бір адамға шаққандағы табыс – айына { $income }, ең ықтимал шек – { $line }.
short-difference = Бір адамға шаққанда шекке дейін { $difference } жетпейді.
short-above = Бір адамға шаққандағы табыс шектен айына { $difference } артық.
short-amount = Көмек – айына { $amount }.
short-amount-product = Осы айырма әр адамға төленеді ({ $members } адам): айына { $amount }.
short-of-family = { $members } адамға есептегенде шек – айына { $line }, отбасының табысы – { $income }. Айырмасы төленеді: айына { $amount }.
short-supplement = Балаларға қосымша төлем – айына { $supplement }.
short-together = Барлығы – айына { $together }.
short-limit = Шек – бір адамға шаққандағы табыстың мөлшері: табыс одан аз болса ғана көмек беріледі.
short-not-published = Бұл тоқсанның ресми шегі ботта әзірге жоқ, сондықтан ол шамамен алынды.
short-not-published-between = Бұл тоқсанның ресми шегі ботта әзірге жоқ: ол { $line } болуы мүмкін, сонда көмек – айына { $amount }. Нақты соманы { $office } айтады.
short-only-status = Табыс есептелген жоқ: алдымен азаматтық не мәртебе керек.
button-steps = Есептеу барысы
button-law = Заңдағы негізі
button-page-on = Әрі қарай
button-page-back = Артқа
# $page and $pages are whole numbers
page-of = { $page } / { $pages }
law-of-result = Нәтиже мыналарға негізделген:
