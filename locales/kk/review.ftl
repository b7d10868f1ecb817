### The answers before the calculation, correcting one of them, and the list of the family.

## Review
# $income is review-income-… or a sum.

review = Бәрі дұрыс па?
review-total = Үш айда барлығы: { $income }
review-by-law = Бот заң бойынша қосты: { $kind } – үш айда { $amount }
review-special-none = Ештеңе жоқ
review-edit = Түзету керек болса, бөлімді басыңыз.
button-edit-family = Отбасы
button-edit-money = Ақша
button-edit-special = Ерекше
button-family = Отбасы мүшелері
review-nobody-entitled =
    Бәрі дұрыс па?
    { $region }
    Отбасыңызда Қазақстан азаматы да, қандас та, босқын да, осында тұрақты тұруға рұқсаты (мысалы, ықтиярхаты) бар адам да жоқ.
    Ондай адам болса, «{ button-edit-family }» түймесін басыңыз.
review-region-nowhere = { $region } (осында тұрасыз, еш жерде тіркелмегенсіз)
review-income-none = жоқ
# $known is a sum
review-income-unknown = кемінде { $known }, қалғаны белгісіз
# $count is a whole number
review-unborn = Ол кезде әлі тумаған { $count } бала есепке кірмейді.
review-perhaps-unborn = Туған күні жазылмаған { $count } бала есепке кірмейді: ол кезде туған-тумағаны белгісіз.
review-quarter = Есеп басқа тоқсанға жасалады: { $quarter }.

## The answers to choose from: buttons of about 30 characters

edit-choose = Қай жауапты түзету керек? Нөмірін басыңыз.
line-region = Өңір
line-region-lived = Тұратын өңір
line-status = Азаматтығы не мәртебесі бар ма
line-not-entitled = Мәртебесі жоқтар
line-household = Бірге тұратындар
line-spouse-apart = Жұбайыңыз қайда
line-relatives = Тағы қай туыстар
line-people = { $group }: жасы
line-activity = { $person }
line-years = { $person }: жас
line-cares-for = { $person }: күтім кімге
line-small-child = { $person }: 3 жасқа толмаған баламен үйде
line-cared-for = { $person }: күтім кімге
line-cared-age = { $person }: қарияның жасы
line-income-kinds = Табыс түрлері
line-allowance-kinds = Жәрдемақы түрлері
line-one-off-kinds = Бір реттік төлемдер
line-earners = Кім алды ({ $kind })
line-amount-earned = { $person }: { $kind }
line-amount-family = Отбасы: { $kind }
line-month-earned = { $person }: { $kind }, { $month }
line-month-family = Отбасы: { $kind }, { $month }
line-once-earned = { $person }: { $kind }
line-once-family = Отбасы: { $kind }
line-circumstances = Ерекше жағдай
line-history = Не бар, не болған
line-away = Үйде тұрмайтындар
line-absence = { $person }: қазір қайда
line-disabled = Мүгедектігі барлар
line-disability = { $person }: мүгедектік
line-ill = Ұзақ ауырып жүргендер
line-elders = Зейнет жасындағылар
line-carers = Күтім жасайтындар
line-elsewhere = Басқа жерде тіркелгендер
line-work-refused-on = Бас тартқан күн
line-contract-broken-on = Келісімшарт бұзылған күн
line-award = Ананың алқасы
line-commission = Комиссияның қорытындысы
line-false-data-on = Мәлімет берілген күн
line-property = Мүлік
line-birthday = { $person }: туған күні
line-sex = { $person }: жыныс

## Groups of the family

group-child = Балалар
group-grown = Ересек балалар
group-parent = Ата-ана
group-mother = Анаңыз
group-father = Әкеңіз
group-husbands_mother = Енеңіз
group-husbands_father = Қайын атаңыз
group-wifes_mother = Әйеліңіздің анасы
group-wifes_father = Әйеліңіздің әкесі
group-brother = Аға-інілеріңіз
group-sister = Әпке-қарындастарыңыз
group-daughter_in_law = Келініңіз
group-son_in_law = Күйеу балаңыз
group-grandmother = Әжеңіз
group-grandfather = Атаңыз
group-sibling = Туған бауырлар
group-child_in_law = Келін, күйеу бала
group-grandparent = Ата-әже
group-grandchild = Немерелер
group-other = Басқа туыстар
group-student = Студенттер

## The list of the family
# $members is a whole number, $group one of the groups above.

family = Отбасыңызда { $members } адам бар. Тізімнен біреуін таңдаңыз немесе жаңа адам қосыңыз.
family-member = { $person }: нені өзгерту керек?
family-add = Тізімге кім қосылады?
button-add-spouse = Жұбайым
button-add-child = Бала
button-add-grown = Ересек бала
button-add-mother = Анам
button-add-father = Әкем
button-add-husbands_mother = Енем
button-add-husbands_father = Қайын атам
button-add-wifes_mother = Әйелімнің анасы
button-add-wifes_father = Әйелімнің әкесі
button-add-brother = Аға не інім
button-add-sister = Әпке не қарындасым
button-add-daughter_in_law = Келінім
button-add-son_in_law = Күйеу балам
button-add-grandmother = Әжем
button-add-grandfather = Атам
button-add-grandchild = Немере
button-add-other = Басқа туыс
button-add-student = 18–22 жастағы студент
family-add-age-young = { $group }: тізімге қосылатын адам неше жаста? Санмен жазыңыз, мысалы: 7. Бір жасқа толмаса – 0.
family-add-age-grown-up = { $group }: тізімге қосылатын адам неше жаста? Санмен жазыңыз, мысалы: 61.
family-add-age-student = Студент неше жаста? Санмен жазыңыз, мысалы: 19.
family-remove-ask = { $person }: тізімнен алып тастайсыз ба? Ол туралы жауаптар да өшіріледі.
family-removed = { $person }: тізімнен алынды.
button-remove-yes = Иә, алып тастау
button-remove-no = Жоқ, қалсын
