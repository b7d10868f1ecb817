### What if: a change of the family is picked, and the month now and then are shown side by side.
# $person is a label; $wage a sum of a month; $now and $then are sums or numbers of people

button-what-if = Болжап көру
button-what-if-earnings = Еңбек табысы өзгерсе
button-what-if-job = Біреу жұмысқа шықса
button-what-if-child = Бала туса
button-what-if-study = Студент оқуын бітірсе
button-what-if-joins = Біреу көшіп келсе
button-what-if-leaves = Біреу көшіп кетсе
button-what-if-curve = Жалақы басқа болса
button-what-if-other = Басқа өзгеріс
what-if-choose = Не өзгеретінін таңдаңыз. Бот қазіргі және сол кездегі есепті қатар көрсетеді. Жауаптарыңыз сол күйі қалады. Басқа тоқсанды да есептеуге болады.
what-if-who-job = Кім жұмысқа шығады?
what-if-who-earnings = Кімнің еңбек табысы өзгереді?
what-if-who-study = Кім оқуын бітіреді немесе 23-ке толады?
what-if-who-leaves = Кім бөлек тұратын болады?
what-if-wage = { $person }: жаңа жұмыстан айына қолға қанша тиеді? Ол қазіргі табысқа қосылады. Мысалы: 150 000 немесе 150 мың.
what-if-earnings = { $person }: жұмыстан енді айына қолға барлығы қанша тиеді? Бұл сома қазіргі еңбек табысының орнына алынады. Мысалы: 150 000 немесе 150 мың. Еңбек табысы болмайтын болса – 0.
what-if-money = Көшіп келетін ересек туыстың табысы айына қанша? Мысалы: 150 000 немесе 150 мың. Табысы болмаса – 0.
what-if-hint = Соманы оқу мүмкін болмады. Бір айға қанша екенін бір санмен жазыңыз, мысалы: 150 000 немесе 150 мың.
what-if-title-job = <b>Жаңа жұмыс: { $person }, айына { $wage }</b>
what-if-title-earnings = <b>Еңбек табысы: { $person }, айына { $wage }</b>
what-if-title-child = <b>Бала туса</b>
what-if-title-study = <b>Оқуын бітірсе немесе 23-ке толса: { $person }</b>
what-if-title-joins = <b>Айына { $wage } табысы бар ересек туыс көшіп келсе</b>
what-if-title-leaves = <b>Бөлек тұрса: { $person }</b>
what-if-columns = Айына: қазір → сонда
what-if-people = Адам саны: { $now } → { $then }
what-if-per-person = Бір адамға: { $now } → { $then }
what-if-line = Шек: { $line }
what-if-line-estimate = Шек (шамамен): { $line }
what-if-assistance = Көмек: <b>{ $now }</b> → <b>{ $then }</b>
what-if-total = Барлық ақша: <b>{ $now }</b> → <b>{ $then }</b>
what-if-more = Отбасыңызға айына { $amount } артық түседі.
what-if-less = Отбасыңызға айына { $amount } кем түседі.
what-if-even = Отбасыңыздың ақшасы өзгермейді.
what-if-from = { $date-from } бастап осылай болады: оған дейін жаңа табыс есепке толық кірмейді.
what-if-births = Бала туғанда және оның күтіміне берілетін жәрдемақылар бұған кірмейді.
what-if-job-lost = Жұмысынан айырылу бойынша әлеуметтік төлем бұған кірмейді.
what-if-large-family = Көпбалалы отбасыларға берілетін жәрдемақы да есептелді: айына { $amount }.
what-if-large-family-not-told = Көпбалалы отбасыларға берілетін жәрдемақы бұл есепке қосылған жоқ. Ол табысқа қосылғанда (келесі тоқсандарда) атаулы көмек азаяды не тоқтайды.
what-if-no-large-family = Көпбалалы отбасыларға берілетін жәрдемақы ол кезде төленбейді.
what-if-barred = Көмекке табысқа қатысы жоқ кедергі бар, бұл өзгеріс оны жоймайды.
what-if-still-no = Сонда да көмек тиесілі емес: бір адамға айына { $per-person } келеді, шек – { $line }.
what-if-no-more = Ол кезде көмек тиесілі болмай қалады: бір адамға айына { $per-person } келеді, шек – { $line }.
what-if-of-status = Бұл адамда Қазақстан азаматтығы, ықтиярхат, қандас не босқын мәртебесі болса ғана солай болады. Сома қалғандардың есепке кіру-кірмеуіне байланысты.
what-if-changed = Нәтижеден кейін жауаптар өзгерген. Бұл есеп қазіргі жауаптарыңыз бойынша жасалды.
what-if-no-answers = Алдымен сұрақтарға жауап беріңіз: бұл есеп сол жауаптарға сүйенеді.
what-if-not-known = Кейбір табыстың мөлшері белгісіз, сондықтан салыстыру мүмкін емес. Соманы анықтап, жауабыңызды түзетіңіз.

## The picture of any new wage of somebody
# $assistance, $total, $wage, $loss and $amount are sums or ranges

curve-title = <b>{ $person }: кез келген жаңа жалақы</b>
curve-now = Қазір айына: көмек – { $assistance }, барлық ақша – { $total }.
curve-ends = Жаңа жалақы кемінде { $wage } болса, көмек төленбейді.
curve-even = Оған дейін барлық ақша өзгермейді: жалақы қанша қосылса, көмек сонша азаяды.
curve-dip = Жаңа жалақы { $wage } болса, ақша ең аз болады: қазіргіден { $loss } кем.
curve-gains = Жаңа жалақы кемінде { $wage } болса, ақша қазіргіден көп болады.
curve-estimate = Бұл – алдын ала есеп. Жалақы үш айдың бәрінде төленді деп алынды.
curve-none = Мұндай сурет сызылмады. Себебі мыналардың бірі: көмек қазір тиесілі емес, көмек бұл жалақыға байланысты емес не ресми шек белгісіз.
curve-heading = Жаңа жалақы мен отбасының ақшасы
curve-axis = Жаңа жалақы, айына
curve-all = Барлық ақша
curve-assistance = Оның ішінде көмек
curve-after = Осыдан бастап көмек төленбейді
curve-at-now = қазір { $amount }
