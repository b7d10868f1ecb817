### The answers before the calculation, correcting one of them, and the list of the family.

## Review
# $members and $children are whole numbers; $income is review-income-… or a sum; $circumstances is a list.

review =
    Бәрі дұрыс па?
    { $region }
    { $children ->
        [0] { $members } адам
       *[more] { $members } адам, оның ішінде { $children } бала
    }
    Үш айдағы табыс: { $income }
    Ерекше жағдай: { $circumstances }
review-nobody-entitled =
    Бәрі дұрыс па?
    { $region }
    Отбасыңызда Қазақстан азаматы да, қандас та, босқын да, мұнда тұрақты тұруға рұқсаты бар адам да жоқ.
review-region-nowhere = { $region } (осында тұрасыз, еш жерде тіркелмегенсіз)
review-income-none = жоқ
# $known is a sum
review-income-unknown = кемінде { $known }, қалғаны белгісіз
review-circumstances-none = жоқ
# $count is a whole number
review-unborn = Ол кезде әлі тумаған { $count } бала есепке кірмейді.
review-perhaps-unborn = Туған күні жазылмаған { $count } бала есепке кірмейді: ол кезде туған-тумағаны белгісіз.
review-quarter = Есеп басқа тоқсанға жасалады: { $quarter }.

## The answers to choose from: buttons of about 30 characters

edit-choose = Қай жауапты түзету керек?
line-region = Өңір
line-region-lived = Тұратын өңір
line-status = Азаматтық
line-not-entitled = Мәртебесі жоқтар
line-family = Отбасының құрамы
line-household = Бірге тұратындар
line-spouse-apart = Жұбайым қайда
line-relatives = Басқа туыстар
line-people = { $group }: жастары
line-activity = { $person }: жұмыс, оқу
line-years = { $person }: жас
line-cares-for = { $person }: күтім
line-small-child = { $person }: бала күтімі
line-cared-for = { $person }: күтім
line-cared-age = { $person }: қарияның жасы
line-income-kinds = Табыс түрлері
line-allowance-kinds = Жәрдемақы түрлері
line-one-off-kinds = Бір реттік төлемдер
line-earners = Кім алды: { $kind }
line-amount-earned = { $person }: { $kind }
line-amount-family = Отбасы: { $kind }
line-month = { $month }: { $kind }
line-once = { $kind }: бір рет
line-circumstances = Ерекше жағдай
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
line-birthday = { $person }: туған күн
line-sex = { $person }: жыныс

## Groups of the family

group-child = Балалар
group-grown = Ересек балалар
group-parent = Ата-ана
group-sibling = Туған бауырлар
group-child_in_law = Келін, күйеу бала
group-grandparent = Ата-әже
group-grandchild = Немерелер
group-other = Басқа туыстар
group-student = Студенттер

## The list of the family
# $members is a whole number, $group one of the groups above.

family = Отбасыңызда { $members } адам бар. Тізімнен біреуін таңдаңыз немесе жаңа адам қосыңыз.
family-member = { $person }: не істеу керек?
family-add = Тізімге кім қосылады?
button-add-spouse = Жұбайым
button-add-child = Бала
button-add-grown = Ересек бала
button-add-parent = Әке не ана
button-add-sibling = Аға-іні, әпке-қарындас
button-add-child_in_law = Келін не күйеу бала
button-add-grandparent = Ата не әже
button-add-grandchild = Немере
button-add-other = Басқа туыс
button-add-student = 18–22 жастағы студент
family-add-age-young = { $group } тізіміне қосылатын адам неше жаста? Санмен жазыңыз, мысалы: 7. Бір жасқа толмаса – 0.
family-add-age-grown-up = { $group } тізіміне қосылатын адам неше жаста? Санмен жазыңыз, мысалы: 61.
family-add-age-student = Студент неше жаста? Санмен жазыңыз, мысалы: 19.
family-remove-ask = { $person }: тізімнен алып тастайсыз ба? Ол туралы жауаптар да өшіріледі.
family-removed = { $person }: тізімнен алынды.
button-remove-yes = Иә, алып тастау
button-remove-no = Жоқ, қалсын
