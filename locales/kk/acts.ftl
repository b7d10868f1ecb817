### The acts by their keys in rules/law/provisions.toml, as they stand after «Негізі:».

## 2020 – June 2023

act-law_246 = 2001 жылғы 17 шілдедегі № 246-II заң
act-law_63 = 2005 жылғы 28 маусымдағы № 63-III заң
act-order_320 = 2015 жылғы 5 мамырдағы № 320 бұйрық, 2020 жылғы 5 қаңтардағы № 3 бұйрықпен өзгертілген
act-order_237 = 2009 жылғы 28 шілдедегі № 237 бұйрық
act-order_on_poverty_line_2017 = кедейлік шегі туралы 2017 жылғы бұйрық
act-decree_1032 = Үкіметтің 2019 жылғы 30 желтоқсандағы № 1032 қаулысы
act-programme_2019 = 2019 жылы жарияланған бағдарлама

## Since July 2023

act-social_code = Әлеуметтік кодекс
act-order_160 = 2023 жылғы 19 мамырдағы № 160 бұйрық
act-order_160_as_amended = 2023 жылғы 19 мамырдағы № 160 бұйрық, 2024 жылғы 20 желтоқсандағы № 473 бұйрықпен өзгертілген
act-order_227 = 2023 жылғы 21 маусымдағы № 227 бұйрық
act-order_181 = 2023 жылғы 26 мамырдағы № 181 бұйрық
act-minister_2025 = министрдің 2025 жылғы қыркүйектегі түсіндірмесі
act-criteria_2025 = комиссия сүйенетін 2025 жылғы өлшемшарттар
act-local_acts = жергілікті ережелер
act-law_94 = 1997 жылғы 16 сәуірдегі № 94-I заң
act-health_insurance = тегін медициналық көмектің кепілдік берілген көлемі және міндетті әлеуметтік медициналық сақтандыру

## How an act is cited
# $act is one of the above; $since-from is a day before «бастап»; $clauses is a list of numbers.

why-source = Негізі: { $act }, { $article }-бап, { $clause }-тармақ ({ $since-from } бастап).
why-source-clauses = Негізі: { $act }, { $article }-бап, { $clauses }-тармақтар ({ $since-from } бастап).
why-source-article = Негізі: { $act }, { $article }-бап ({ $since-from } бастап).
why-source-act = Негізі: { $act } ({ $since-from } бастап).
# In the middle of a sentence, in brackets
source-article = { $act }, { $article }-бап
source-articles = { $act }, { $articles }-баптар
source-clause = { $act }, { $article }-баптың { $clause }-тармағы

## How far a source can be relied on, where it is neither the act itself nor official
# -partly: only some of what the step says rests on it.

grade-media = Бұл баспасөзден белгілі, ресми мәтінмен салыстырылмаған.
grade-media-partly = Бұл ережелердің бір бөлігі баспасөзден белгілі, ресми мәтінмен салыстырылмаған.
grade-derived = Мұндағы сан басқа деректер бойынша есептелді, ресми мәтінмен салыстырылмаған.
grade-derived-partly = Мұндағы сандардың бірі басқа деректер бойынша есептелді, ресми мәтінмен салыстырылмаған.
grade-unverified = Бұл ережені ресми мәтінмен әлі ешкім салыстырған жоқ.
grade-unverified-partly = Бұл ережелердің бір бөлігін ресми мәтінмен әлі ешкім салыстырған жоқ.
# $date is the day of the text
law-read = Әлеуметтік кодекстің { $date } күнгі мәтіні негізге алынды. Кейінгі өзгерістер ескерілмеген болуы мүмкін.
law-not-compared = Ресми мәтінмен әлі салыстырылмағаны: { $what }.
step-name-who_counts = есепке кім кіреді
step-name-base_quarter = қай айлардың табысы есептеледі
step-name-income = табысқа не қосылады
step-name-per_capita_income = бір адамға шаққандағы табыс
step-name-poverty_line = табыс шегі
step-name-income_within_line = табысты шекпен салыстыру
step-name-no_other_ground = көмек тағайындалмайтын жағдайлар
step-name-bases_of_no_need = «қажеттілік жоқ» деген қорытындының негіздері
step-name-amount = көмек мөлшері
step-name-months = қай айларға төленеді
step-name-child_supplement = балаларға қосымша төлем
step-name-unconditional = әлеуметтік келісімшартсыз көмек
step-name-conditional = әлеуметтік келісімшарт
step-name-large_family_allowance = көпбалалы отбасыларға берілетін жәрдемақы
step-name-awarded_mother_allowance = наградталған анаға берілетін жәрдемақы
step-name-social_package = балалардың әлеуметтік топтамасы
