### The buttons of the answers, and the names of people and of kinds of income.

## Who lives together

button-household-spouse = Жұбайым
button-household-spouse_apart = Жұбайым бөлек тұрады
button-household-children = Балаларым
button-household-grown = Ересек балаларым
button-household-mother = Анам
button-household-father = Әкем
button-household-husbands_mother = Енем
button-household-husbands_father = Қайын атам
button-household-parents = Ата-анам, ата-енем
button-household-relatives = Басқа туыстарым
button-household-none = Ешкім
button-relatives-wifes_mother = Әйелімнің анасы
button-relatives-wifes_father = Әйелімнің әкесі
button-relatives-brother = Аға-інілерім
button-relatives-sister = Әпке-қарындастарым
button-relatives-daughter_in_law = Келінім
button-relatives-son_in_law = Күйеу балам
button-relatives-grandmother = Әжем
button-relatives-grandfather = Атам
button-relatives-sibling = Аға-іні, әпке-қарындас
button-relatives-child_in_law = Келін, күйеу бала
button-relatives-grandparent = Ата-әже
button-relatives-grandchild = Немерелерім
button-relatives-other = Басқа туыс
## Where the family is registered, and whether all may get the assistance

button-region-nowhere = Тіркеу жоқ
button-status-all = Иә, бәрі
button-status-some = Бәрі емес
button-status-nobody = Ешқайсысы емес

## What somebody does, and for whom they care

button-activity-employed = Тұрақты жұмыста
button-activity-casual = Уақытша, маусымдық
button-activity-with_baby = Декретте, сәбимен үйде
button-activity-self_employed = Жеке кәсіпте
button-activity-unemployed = Жұмыс іздеуде
button-activity-student = Оқуда
button-activity-pensioner = Зейнетте
button-activity-carer = Күтім жасауда
button-activity-none = Үй шаруасында
button-cares-for-child_under_3 = 3 жасқа толмаған балаға
button-cares-for-disabled_child = Мүгедектігі бар балаға
button-cares-for-disabled_adult = I–II топтағы ересекке
button-cares-for-elderly = Күтімге мұқтаж қарияға
button-small-child-yes = Иә
button-small-child-no = Жоқ

## Income

button-income-kinds-wage = Жалақы
button-income-kinds-casual_work = Уақытша жұмыс
button-income-kinds-self_employment = Жеке кәсіп
button-income-kinds-pension = Зейнетақы
button-income-kinds-allowance = Жәрдемақы
button-income-kinds-one_off = Бір реттік төлем
button-income-kinds-alimony = Алимент
button-income-kinds-farm = Мал мен бау-бақша
button-income-kinds-rent = Жалға беру
button-income-kinds-sale = Мүлік сату
button-income-kinds-gift = Туыстардан
button-income-kinds-stipend = Стипендия
button-income-kinds-employment_measure = Қоғамдық жұмыс, практика
button-income-kinds-interest = Депозит сыйақысы
button-income-kinds-winnings = Ұтыс
button-income-kinds-other = Басқа табыс
button-income-kinds-none = Ештеңе түспеді
button-allowance-kinds-child_care_allowance = Бала күтіміне байланысты
button-allowance-kinds-large_family_allowance = Көпбалалы отбасыларға
button-allowance-kinds-disabled_child_care_allowance = Ондай бала ата-анасына
button-allowance-kinds-carer_allowance = I топты күтетінге
button-allowance-kinds-survivor_allowance = Асыраушысынан айырылу
button-allowance-kinds-disability_allowance = Мүгедектік бойынша
button-allowance-kinds-unemployment_benefit = Жұмысынан айырылғанға
button-allowance-kinds-allowance = Басқа жәрдемақы
button-allowance-kinds-child_disability_allowance = Мүгедектігі бар балаға
button-allowance-kinds-assistance = Атаулы көмек
button-allowance-kinds-housing_aid = Тұрғын үй көмегі
button-allowance-kinds-burial_grant = Жерлеуге берілген төлем
button-one-off-kinds-final_pay = Жұмыстан шыққандағы
button-one-off-kinds-birth_grant = Бала туғандағы төлем
button-one-off-kinds-maternity_pay = Жүктілік пен босану
button-one-off-kinds-sick_pay = Ауырғандағы төлем
button-one-off-kinds-one_off_state_payment = Мемлекеттің басқа төлемі
button-one-off-kinds-local_aid = Әкімдіктің көмегі
button-one-off-kinds-alimony_arrears = Өткен айдың алименті

## Special circumstances

button-circumstances-disability = Мүгедектігі бар адам
button-circumstances-illness = 2 айдан ұзақ ауыратын
button-circumstances-pension_age = Зейнет жасындағы адам
button-circumstances-care = Жақынға күтім жасау
button-circumstances-student = Бөлек тұратын студент
button-circumstances-away = Үйде тұрмайтын адам
button-circumstances-elsewhere = Тіркеуі басқа жерде
button-circumstances-award = «Алтын» не «Күміс алқа»
button-circumstances-none = Ешқайсысы жоқ
button-history-loan = Осы үш айда алған несие
button-history-work_refused = Жұмыс-курстан бас тарту
button-history-contract_broken = Соцкелісімшарт бұзылды
button-history-commission = Комиссия үйге келді
button-history-property = Екінші үй, көлік не жер
button-history-none = Ешқайсысы жоқ

button-absence-none = Жұмыста, оқуда, басқа
button-absence-work_elsewhere = Басқа жақта жұмыста
button-absence-study_elsewhere = Басқа жақта оқуда
button-absence-left = Біржола бөлек тұрады
button-absence-unsure = Нақты айта алмаймын
button-absence-state_support = Мемлекет қамқорлығында
button-absence-military = Мерзімді әскери қызметте
button-absence-detention = Қамауда, колонияда
button-absence-treatment = Мәжбүрлі емделуде
button-absence-unknown = Қайда екені белгісіз
button-disability-group_1 = I топ
button-disability-group_2 = II топ
button-disability-group_3 = III топ
button-disability-child = Мүгедектігі бар бала
button-award-kumis_alqa = «Күміс алқа»
button-award-altyn_alqa = «Алтын алқа»
button-commission-unknown = Әлі белгісіз
button-commission-need = Қажеттілік бар
button-commission-no_need = Қажеттілік жоқ
button-commission-examination_refused = Үйді көрсетпей қойдық
button-commission-false_data = Мәлімет дұрыс емес деді
button-property-dwellings = Екінші баспана
button-property-premises = Табыс әкелетін орынжай
button-property-building_plot = Үй салатын бос жер
button-property-cars = Екінші жеңіл көлік
button-property-transport = Жүк көлігі не техника
button-property-none = Ешқайсысы жоқ
button-sex-female = Әйел
button-sex-male = Ер

## Buttons of every question

button-none = Ешқайсысы
button-done = Дайын
button-back = Артқа
button-no = Жоқ
button-unknown = Білмеймін
button-unknown-at-all = Мүлде білмеймін
button-differs = Әр айда әртүрлі
button-once = Бір рет қана
button-another = Басқа біреу алды
# the sum that the law gives of a payment; its purpose stands in the question
button-by-law = Заң бойынша: { $amount }
button-check-month = Бір айдікі
button-check-quarter = Үш айдікі
button-check-every-month = Ай сайын
button-check-once = Бір рет қана
button-check-right = Иә, дұрыс

## Buttons of the review, the family and the result

button-calculate = Есептеу
button-review = Жауаптарға оралу
button-add = Адам қосу
button-remove = Тізімнен алып тастау
button-why = Неге бұлай?
button-children = Балаларға
button-next = Не істеу керек
button-quarter = Басқа тоқсан
button-change = Түзету
button-fill-in-sum = Соманы нақтылау
button-fill-in-day = Күнді нақтылау
button-fill-in-answer = Жауапты нақтылау
button-result = Нәтижеге оралу
# $copied is a number, of a result, a case or a phone
button-copy = Көшіру: { $copied }

## People
# Labels in the nominative; nobody can decline them. $age is a whole number.

person-years =
    { $age ->
        [0] бір жасқа толмаған
       *[more] { $age } жас
    }
person-self = Өзіңіз
person-spouse = Жұбайыңыз
person-child = Бала, { person-years }
person-grown = Ересек бала, { person-years }
person-child_in_law = Келін не күйеу бала, { person-years }
person-ward = Қамқорлықтағы бала, { person-years }
person-foster_child = Патронаттағы бала, { person-years }
person-partner = Жұбай (неке тіркелмеген)
person-parent_in_law = Ене не қайын ата, { person-years }
person-student = Студент, { person-years }
person-parent = Әке не ана, { person-years }
person-mother = Анаңыз, { person-years }
person-father = Әкеңіз, { person-years }
person-husbands_mother = Енеңіз, { person-years }
person-husbands_father = Қайын атаңыз, { person-years }
person-wifes_mother = Әйеліңіздің анасы, { person-years }
person-wifes_father = Әйеліңіздің әкесі, { person-years }
person-brother = Аға-ініңіз, { person-years }
person-sister = Әпке-қарындасыңыз, { person-years }
person-daughter_in_law = Келініңіз, { person-years }
person-son_in_law = Күйеу балаңыз, { person-years }
person-grandmother = Әжеңіз, { person-years }
person-grandfather = Атаңыз, { person-years }
person-sibling = Туған бауыр, { person-years }
person-grandparent = Ата не әже, { person-years }
person-grandchild = Немере, { person-years }
person-other = Туысыңыз, { person-years }
# two of the same label: twins
person-numbered = { $person } ({ $number })

## Kinds of income, as they stand in a list

kind-wage = жалақы
kind-casual_work = уақытша не маусымдық жұмыс
kind-final_pay = жұмыстан шыққанда төленген ақы
kind-sick_pay = ауырған күндердің төлемі
kind-maternity_pay = жүктілік пен босану төлемі
kind-self_employment = жеке кәсіп
kind-pension = зейнетақы
kind-allowance = басқа жәрдемақы
kind-child_care_allowance = бала күтіміне байланысты жәрдемақы
kind-large_family_allowance = көпбалалы отбасыларға берілетін жәрдемақы
kind-child_disability_allowance = мүгедектігі бар балаға берілетін жәрдемақы
kind-disabled_child_care_allowance = мүгедектігі бар баланы тәрбиелейтін ата-ананың жәрдемақысы
kind-carer_allowance = I топтағы адамды күту жәрдемақысы
kind-survivor_allowance = асыраушысынан айырылу жәрдемақысы
kind-disability_allowance = мүгедектік жәрдемақысы
kind-unemployment_benefit = жұмысынан айырылу төлемі
kind-birth_grant = бала туғандағы бір реттік жәрдемақы
kind-one_off_state_payment = мемлекеттің бір реттік төлемі
kind-local_aid = әкімдіктің бір реттік көмегі
kind-alimony = алимент
kind-alimony_arrears = өткен айлардың алименті
kind-farm = мал мен бау-бақша
kind-rent = мүлікті жалға беру
kind-sale = мүлік сату
kind-gift = туыстардан келген ақша
kind-interest = депозит сыйақысы
kind-winnings = ұтыс
kind-stipend = стипендия
kind-loan = несие
kind-employment_measure = қоғамдық жұмыс, практика
kind-assistance = атаулы әлеуметтік көмек
kind-housing_aid = тұрғын үй көмегі
kind-burial_grant = жерлеуге берілген төлем
kind-other = басқа табыс
