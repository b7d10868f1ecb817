### The result in one message, what stands beside it, what the children get, what to do next, what to keep in mind.
### Sums ($amount, $total, $line, $gap, $per-person …) come ready, as one sum or as a range.

## Due

result-yes = ✅ Есеп бойынша атаулы көмек тиесілі: айына <b>{ $amount }</b>.
result-yes-about = ✅ Есеп бойынша атаулы көмек тиесілі: айына шамамен <b>{ $likely }</b> ({ $amount }).
# for which months it is paid: $period, and $months, how many they are
result-months =
    { $months ->
        [1] Бір айға төленеді: { $period }.
       *[more] Барлығы ({ $period }) – { $total }.
    }
result-yes-parts = Айына: көмек – { $assistance }, балаларға қосымша төлем – { $supplement }.
result-yes-range = Табыс дәл белгілі емес, сондықтан сома да шамамен көрсетілді.
# the income equals the line
result-zero =
    Алдын ала есеп бойынша көмек мөлшері – <b>{ $amount }</b> ({ $quarter }).
    Бір адамға шаққандағы табыс шекке тең: { $line }. Көмек – шек пен табыстың айырмасы, ал мұнда айырма жоқ. Бұл – бас тарту емес.
result-zero-supplement = Балаларға айына <b>{ $amount }</b> қосымша төлем берілуі мүмкін.
# until when, so that this month is paid as well: $day-after is a working day before «кешіктірмеңіз», $month a month alone
result-apply-by = ⏳ Өтінішті { $day-after } кешіктірмеңіз, әйтпесе { $month } айының ақшасы төленбеуі мүмкін.
about-amount = шамамен { $amount }
about-amount-between = шамамен { $likely } ({ $amount })
result-apply-by-open = ⏳ Өтінішті { $day-after } кешіктірмей беріңіз: сонда көмек { $month } айы үшін де төленуі мүмкін.
result-apply-by-today = ⏳ Өтінішті бүгін беріңіз, әйтпесе { $month } айының ақшасы төленбеуі мүмкін.
result-apply-by-today-open = ⏳ Өтінішті бүгін беріңіз: сонда көмек { $month } айы үшін де төленуі мүмкін.
# the last working day of the month is over
result-apply-by-online = ⏳ Осы айдың соңына дейін өтінішті тек eGov арқылы беруге болады. Бермесеңіз, { $month } айының ақшасы төленбейді.
result-apply-by-online-open = ⏳ Осы айдың соңына дейін өтінішті тек eGov арқылы беруге болады. Берсеңіз, көмек { $month } айы үшін де төленуі мүмкін.
apply-by-reason = Бұл – { $loss }: көмек өтініш берілген айдан бастап төленеді.
result-estimate = Бұл – алдын ала есеп, шешім емес.
result-estimate-of-status = Бұл – боттың қорытындысы ғана.
# the quarter lies behind us
result-past = Бұл тоқсан ({ $quarter }) өтіп кетті, енді оған өтініш берілмейді. Қазіргі тоқсанды да есептеп көріңіз.
result-other-help = Есеп бойынша отбасыңызға тиесілі басқа төлем – айына { $amount }: «{ button-other-help }» түймесін басыңыз.
result-other-help-named = Тағы тиесілі: { $name } – айына { $amount }.
result-other-help-paid = Қазір төленіп жүрсе, «{ button-change }» түймесін басыңыз.
help-lowers-later = Ол тағайындалса, атаулы көмек кейін азаяды.
help-lowers-later-ends = Кейін ол атаулы көмектің орнын басуы ықтимал.
help-lowers-later-or-ends = Ол тағайындалса, атаулы көмек кейін азаяды не тоқтайды.
help-counts-later = Қазір тағайындалса, бұл ақша { $date-from } бастап табысқа толық қосылады. Сонда атаулы көмек (осы тоқсанның шегі бойынша) айына { $assistance } болады.
help-counts-later-in-parts = Қазір тағайындалса, бұл ақшаның бір бөлігі { $date-from } бастап табысқа қосылуы мүмкін, { $in-full-from } бастап бәрі қосылады. Сонда атаулы көмек (осы тоқсанның шегі бойынша) айына { $assistance } болады.
help-counts-later-ends = Қазір тағайындалса, бұл ақша { $date-from } бастап табысқа толық қосылады. Сонда атаулы көмек тоқтайды.
help-counts-later-ends-in-parts = Қазір тағайындалса, бұл ақшаның бір бөлігі { $date-from } бастап табысқа қосылуы мүмкін, { $in-full-from } бастап бәрі қосылады. Сонда атаулы көмек тоқтайды.
help-counts-later-or-ends = Қазір тағайындалса, бұл ақша { $date-from } бастап табысқа толық қосылады. Сонда атаулы көмек (осы тоқсанның шегі бойынша) тоқтайды не айына ең көбі { $most } болады.
help-counts-later-or-ends-in-parts = Қазір тағайындалса, бұл ақшаның бір бөлігі { $date-from } бастап табысқа қосылуы мүмкін, { $in-full-from } бастап бәрі қосылады. Сонда атаулы көмек (осы тоқсанның шегі бойынша) тоқтайды не айына ең көбі { $most } болады.
result-other-help-may = Тағы мүмкін: { $may }.
result-other-help-due = Тағы бар: { $due }.
result-other-help-due-and-may = Тағы бар: { $due }. Мүмкін: { $may }.

## Not due: fact, figure, limit, gap, door
# $source is an act with its article, $until-to and $until-from are days before «дейін» and «бастап»

result-no =
    Есеп бойынша атаулы көмек тиесілі емес: табыс шектен көп.
    Бір адамға айына { $per-person } келеді ({ $period }), шек – { $line }.
result-no-at-least =
    Есеп бойынша атаулы көмек тиесілі емес: табыс шектен көп.
    Бір адамға айына кемінде { $per-person } келеді ({ $period }), шек – { $line }.
refused-examination_refused =
    Бұл өтініш бойынша көмек тағайындалмайды: тұрмыс жағдайын көрсетуден бас тартылған ({ $source }).
    Бұл осы өтінішке ғана қатысты. Қайта өтініш беріп, тұрмыс жағдайын комиссияға көрсетуге болады.
    Үйде болмай қалу – бас тарту емес: ондайда басқа уақыт сұраңыз.
refused-commission_no_need =
    Бұл өтініш бойынша көмек тағайындалмайды: учаскелік комиссия «қажеттілік жоқ» деген қорытынды берді ({ $source }). Бұл осы өтінішке ғана қатысты.
    • Комиссияның актісі мен қорытындысын сұрап алыңыз.
    • Қате болса, шағым беріңіз.
    • Жағдай өзгерсе, қайта өтініш беріңіз.
refused-measures_refused =
    { $until-to } дейін бүкіл отбасыңызға көмек тағайындалмайды: ұсынылған жұмыстан немесе курстан бас тартылған ({ $source }).
    Дәлелді себеп болса (бала күтімі, ауру, күндізгі оқу), оны { $office-to } айтыңыз.
refused-contract_broken =
    { $until-to } дейін көмек тағайындалмайды: бұрынғы әлеуметтік келісімшарт көмек алушының кінәсінен тоқтатылған немесе орындалмаған ({ $source }).
    Басқа себеп болса, оны растайтын құжатты { $office-to } апарыңыз.
refused-nobody_entitled = Жауаптар бойынша атаулы көмек әзірге тиесілі емес. Оны алу үшін отбасында Қазақстан азаматы, қандас, босқын немесе осында тұрақты тұруға рұқсаты (мысалы, ықтиярхаты) бар адам болуы керек.
refused-nobody_entitled-door = Ондай адам (ересек не бала) болса не кейін қосылса, «{ button-change }» түймесін басыңыз. Құжаттың жарайтын-жарамайтынын 1414 нөмірінен сұраңыз.
refused-false_data =
    { $until-to } дейін көмек тағайындалмайды: жалған мәлімет немесе шындыққа сай емес құжат берілген деп саналған ({ $source }).
    Қате кеткен болса, дұрыс құжатты { $office-to } апарыңыз.
# before July 2023, when the term is not known
refused-false_data-without-term =
    Бұл өтініш бойынша көмек тағайындалмайды: жалған мәлімет немесе шындыққа сай емес құжат берілген деп саналған ({ $source }).
    Көмектің қанша уақыт тағайындалмайтынын бот білмейді: бұл туралы ресми мәтін ботта әлі жоқ. Мерзімін { $office } айтады.
    Қате кеткен болса, дұрыс құжатты { $office-to } апарыңыз.
# the day after which nothing bars a new application, whatever the number of grounds
refused-again = { $until-from } бастап қайта өтініш беруге болады.
refused-keeps-allowances = Көпбалалы отбасыларға не наградталған аналарға берілетін жәрдемақыны алып жүрсеңіз, ол сақталады.
refused-keeps-allowances-and-package = Көпбалалы отбасыларға не наградталған аналарға берілетін жәрдемақыны алып жүрсеңіз, ол сақталады. Балаларға берілетін әлеуметтік топтама да сақталады.

## Too close to call, or an answer is missing

result-too-close = Дәл айту мүмкін емес: бір адамға шаққандағы табыс шекке тым жақын.
result-too-close-figures = Бір адамға айына { $per-person } келеді, шамамен алынған шек – { $line }.
# in three regions the line may be by median income, which is not known, so that the bot refuses nobody by its estimate
result-above-estimate =
    Шамамен алынған шек бойынша көмек тиесілі емес.
    Бір адамға айына { $per-person } келеді, шамамен алынған шек – { $line }.
    Бұл өңірде ресми шек одан жоғары болуы мүмкін. Өтініш беруге болады, ол тегін.
result-above-estimate-past =
    Шамамен алынған шек бойынша көмек тиесілі болмаған.
    Бір адамға айына { $per-person } келеді, шамамен алынған шек – { $line }.
    Бұл өңірде ресми шек одан жоғары болуы мүмкін еді.
# a result that was shown before the estimate had two ends
result-too-close-amount-at-line = Шек дәл осындай болса, айына <b>{ $amount }</b> беріледі.
result-too-close-amount = Ресми шек табыстан жоғары болып шықса, айына ең көбі <b>{ $amount }</b> беріледі.
# the income lies above the estimated line, or is not known to the tenge
result-too-close-no-amount = Ресми шек табыстан жоғары болса ғана, көмек төленеді. Сомасы да сол шекке байланысты.
# $kinds is a list of kinds of income
result-undecided = Әзірге дәл айту мүмкін емес: кейбір табыстың дәл мөлшері белгісіз ({ $kinds }).
result-undecided-range =
    Соған қарай көмек айына <b>{ $amount }</b> аралығында болуы мүмкін.
    Табыс шектен асса, көмек тиесілі емес.
result-undecided-door = Соманы анықтап, жауабыңызды түзетіңіз.
# somebody refused a job or a contract was broken, and the day is not known; $months is the term
result-undecided-yet = Әзірге дәл айту мүмкін емес.
result-undecided-measures_refused = Жұмыстан немесе курстан бас тартылған күн белгісіз. Содан бері { $months } ай өтпеген болса, бүкіл отбасыңызға көмек тағайындалмайды.
result-undecided-contract_broken = Әлеуметтік келісімшарт бұзылған күн белгісіз. Содан бері { $months } ай өтпеген болса, көмек тағайындалмайды.
result-undecided-false_data = Дұрыс емес мәлімет берілген күн белгісіз. Содан бері { $months } ай өтпеген болса, көмек тағайындалмайды.
result-undecided-after-term = Көмек тағайындалмайтын мерзім өткен болса, айына <b>{ $amount }</b> берілуі мүмкін.
result-undecided-too-close = Оның үстіне табыс шекке тым жақын: бір адамға айына { $per-person } келеді, шамамен алынған шек – { $line }.
result-undecided-door-day = Қай күні болғанын { $office } айтады. Біліп алып, жауабыңызды түзетіңіз.

## What narrows a result that is open: the likely sum and the one fact; $person begins small

way-out-range = Көмек айына <b>{ $amount }</b> аралығында болуы мүмкін.
way-out-range-likely = Көмек айына <b>{ $amount }</b> аралығында болуы мүмкін. Жәрдемақы заңдағы мөлшерде төленген болса, ең ықтималы – <b>{ $likely }</b>.
way-out-sum = Дәлірек есептеу үшін мына сома керек: { $kind }.
way-out-sum-earned = Дәлірек есептеу үшін мына сома керек: { $kind } – { $person }.
way-out-birthday = Дәлірек есептеу үшін туған күн керек: { $person }.
way-out-absence = Дәлірек есептеу үшін мына адамның қазір қайда тұратыны керек: { $person }.

## Two readings: the law or the facts leave open who or what counts
# $condition is one of if-…, or a list of them; $amount is what is paid a month

reading-open = Жауап комиссияның шешіміне байланысты:
# something else is not known either
reading-open-too = Жауап комиссияның шешіміне де байланысты:
reading-open-yes = Сома комиссияның шешіміне байланысты:
reading-eligible = • { $condition } – айына <b>{ $amount }</b>
reading-refused = • { $condition } – көмек тиесілі емес
reading-too_close = • { $condition } – айына ең көбі { $amount }, табыс шекке тым жақын
reading-undecided = • { $condition } – дәл айту мүмкін емес, бірақ айына ең көбі { $amount }
reading-undecided-no-amount = • { $condition } – дәл айту мүмкін емес
reading-apply = Өтініш беріңіз, ол тегін.
reading-many = Нәтиже комиссияның бірнеше шешіміне байланысты. Ең көп әсер ететін сұрақ: { $doubt }?
reading-many-range = Сондықтан көмек айына { $amount } аралығында болуы мүмкін.
# what is most open; $person is a label, $kind a kind of income
doubt-relatives = бірге тұратын туыстар отбасына кіре ме
doubt-membership = бұл адам отбасына кіре ме ({ $person })
doubt-entitlement = көмек отбасының бәріне есептеле ме
doubt-income = { $kind } табысқа қосыла ма
doubt-supplement_age = балаларға қосымша төлем қашанға дейін беріледі
# $child a label, $age what it turns, $date the day; then sums of all paid months
reading-birthday = { $child }: { $date } күні { $age } жасқа толады.
reading-supplement = Сондықтан балаларға қосымша төлем барлық айға { $least } немесе { $most } болуы мүмкін.
reading-supplement-range = Сондықтан балаларға қосымша төлем барлық айға { $amount } аралығында болуы мүмкін.
if-relatives-counted = бірге тұратын туыстар отбасына кірсе
if-relatives-left-out = бірге тұратын туыстар отбасына кірмесе
# $person is a label
if-membership-counted = бұл адам отбасына кірсе ({ $person })
if-membership-left-out = бұл адам отбасына кірмесе ({ $person })
if-entitlement-counted = көмек отбасының бәріне есептелсе
if-entitlement-left-out = құқығы бар адамдарға ғана есептелсе
# $kind is a kind of income
if-income-counted = { $kind } табысқа қосылса
if-income-left-out = { $kind } табысқа қосылмаса

## Property that is a basis for the conclusion that there is no need
# $source is the article; $area square metres

no-need = ⚠️ Комиссия «қажеттілік жоқ» деуі мүмкін ({ $source }). Мұны бот емес, комиссия шешеді:
no-need-dwellings = • екінші баспана (соңғы 5 жылда сатылғаны не сыйға берілгені де). Бәрінің ауданы { $area } шаршы метрден аспаса немесе үй апатты болса, кедергі емес.
no-need-premises = • табыс әкелетін бөлек орынжай.
no-need-building_plot = • баспанаға қоса үй салатын жер. Оны әкімдік тегін берген болса, кедергі емес.
no-need-cars = • жүруге жарамды екінші жеңіл көлік. Отбасыңыз көпбалалы болса не онда мүгедектігі бар бала, I–II топтағы адам болса, кедергі емес.
no-need-transport = • жүк не жолаушы таситын көлік, ауыл шаруашылығы техникасы, су не әуе көлігі. Істен шыққан болса, кедергі емес.

## Beside the assistance
# $children is a whole number

large-family = Айына { $amount } – көпбалалы отбасыларға берілетін жәрдемақы: { $children } балаңыз бар. Жәрдемақы табысқа қарамай төленеді, бірақ атаулы көмек есебінде табысқа қосылады.
large-family-unknown = Көпбалалы отбасыларға берілетін жәрдемақы да тиесілі: { $children } балаңыз бар. Оның мөлшері ботта әзірге жоқ.
awarded-mother-kumis_alqa = Айына { $amount } – «Күміс алқа» алқасымен наградталған анаға берілетін жәрдемақы. Ол табысқа қарамай төленеді.
awarded-mother-altyn_alqa = Айына { $amount } – «Алтын алқа» алқасымен наградталған анаға берілетін жәрдемақы. Ол табысқа қарамай төленеді.
awarded-mother-unknown = Наградталған анаға берілетін жәрдемақы да тиесілі. Оның мөлшері ботта әзірге жоқ.

## Who decides
# .to is the dative

office-E2020 = халықты жұмыспен қамту орталығы
    .to = халықты жұмыспен қамту орталығына
office-E2023 = мансап орталығы
    .to = мансап орталығына

## Children
# $child is a label, $years an age in words, $year 2021

package-child-and-age = { $child }, { $years }
package-child = { $child }:
package-school-child = { $child } – оқу жылында:
package-food_set = • ай сайын азық-түлік жиынтығы
package-hygiene_set = • тоқсан сайын гигиеналық құралдар
package-school_meals = • мектептегі ыстық тамақ
package-travel = • жол ақысы
package-uniform_and_supplies = • мектеп киімі мен оқу құралдары
package-medical_care = • медициналық көмек, оның ішінде тіс емдеу
package-medical_care-all-year = Жыл бойы – медициналық көмек, оның ішінде тіс емдеу.
# $age and $until are whole years
package-too-young = { $child }: әлеуметтік топтама { $age } жастан бастап беріледі.
package-nobody = Отбасыңызда { $until } жасқа толмаған бала жоқ, ал әлеуметтік топтама балаларға беріледі.
package-while-paid = Көмек төленіп тұрғанда балаларға мына әлеуметтік топтама беріледі:
package-without-assistance = Атаулы көмек алмасаңыз да, балаларыңызға медициналық көмек беріледі.
# $from and $to are ages, $each what one child gets
supplement =
    { $children ->
        [1] { $from }–{ $to } жастағы 1 балаға қосымша төлем – айына { $amount }, ол нәтижедегі сомаға кірген.
       *[more] { $from }–{ $to } жастағы { $children } балаға қосымша төлем – айына { $amount } (әр балаға – { $each }), ол нәтижедегі сомаға кірген.
    } Бөлек өтініш керек емес.
supplement-unknown = Көмек тағайындалса, { $from }–{ $to } жастағы { $children } балаға ай сайын қосымша төлем беріледі. Оның мөлшері ботта әзірге жоқ.

## What next
# $days, $village-days and $visit-days are whole numbers, $date-to and $date-from days before «дейін» and «бастап»

next-steps =
    1. { $identity } пен өз атыңыздағы банк шоты керек. Мемлекеттік базада жоқ табысыңыз болса (мысалы, алимент), ол туралы анықтама алыңыз.
    2. Өтінішті { $office-to } (мекенжайын 1414 нөмірінен сұраңыз), ауылда әкімге немесе eGov арқылы беріңіз.
    3. Комиссия { $visit-days } күн ішінде (мүмкін, { $visit-days } жұмыс күні ішінде) үйге келеді: үйде ересек адам болсын. Шешім әдетте { $days } жұмыс күні ішінде, ал өтініш ауыл әкіміне берілсе, { $village-days } жұмыс күні ішінде шығады. Бәрі тегін.
identity-card = Жеке куәлік
identity-any = Жеке басты куәландыратын құжат (мысалы, паспорт)
next-steps-contract = Көмек тағайындалса, әлеуметтік келісімшартқа қол қою керек: { $office } жұмыс не курс ұсынады. Келісімшартқа қатысады: { $people }. Жұмыстан не курстан бас тартылса, сол күннен бастап { $months } ай бүкіл отбасына көмек тағайындалмауы мүмкін.
next-steps-contract-nobody = Көмек тағайындалса, әлеуметтік келісімшартқа қол қою керек. Ол бойынша басқа жұмысқа шығу да, курсқа бару да міндетті емес.
next-steps-renewal = Көмек { $date-to } дейін төленеді. Жаңа тоқсанға өтініш бермесеңіз, төлем тоқтайды.
next-steps-renewal-card = Көмек { $date-to } дейін төленеді. Жаңа тоқсанда көмек алу құқығын растау керек пе, мұны { $office } айтады: сол күнге дейін сұраңыз.
next-steps-too-close = Өтінішті кешіктірмеңіз: көмек өтініш берілген айдан бастап төленеді.
next-steps-undecided = Белгісіз соманы анықтай алмасаңыз да, өтініш беріңіз: ол тегін.
next-steps-undated-measures_refused = Жұмыстан немесе курстан бас тартылған күнді { $office } айтады.
next-steps-undated-contract_broken = Әлеуметтік келісімшарт бұзылған күнді { $office } айтады.
next-steps-undated-false_data = Мәлімет берілген күнді { $office } айтады.
next-steps-undated = Күнін біле алмасаңыз да, өтініш беріңіз: ол тегін.
next-steps-nobody_entitled = Отбасында біреудің Қазақстан азаматтығы, қандас не босқын мәртебесі немесе осында тұрақты тұруға рұқсаты (мысалы, ықтиярхаты) болса, алдымен «{ button-change }» түймесін басыңыз. Болмаса, оны қалай алуға болатынын 1414 нөмірінен сұраңыз.
next-steps-register = Өтініш беру үшін алдымен тіркеліңіз, уақытша болса да. Үй иесі келіссе, eGov арқылы не Халыққа қызмет көрсету орталығында (ХҚКО) тіркелуге болады.
# the family's duty while the assistance is paid; $days is a whole number
next-steps-duty = Көмек алып жүргенде табыс, отбасының құрамы не мекенжай өзгерсе, { $days } жұмыс күні ішінде { $office-to } (ауылда – әкімге) айтыңыз. Айтпасаңыз, артық төленген ақшаны қайтару керек болады.
button-if-awarded = Көмек тағайындалса
if-awarded-head = <b>Көмек тағайындалса</b>
if-awarded-money = Ақша ай сайын төленеді, бірінші рет – шешім шыққаннан кейін. Қай күні түсетінін { $office } айтады.
next-steps-if-awarded = Көмек тағайындалса, отбасының міндеттері де болады. Олар туралы – «{ button-if-awarded }».
next-steps-if-awarded-work = Көмек тағайындалса, { $office } жұмыс не курс ұсынады. Кімге ұсынылса, сол бас тартса, бүкіл отбасына { $months } ай бойы көмек тағайындалмауы мүмкін. Толығырақ – «{ button-if-awarded }».
next-steps-other-help = Бөлек өтініш берілетін басқа көмек: { $names } («{ button-other-help }»). Ол тағайындалса, { $office-to } айтыңыз.
next-steps-other-help-once = Мынау да тиесілі болуы мүмкін: { $name } – бір рет { $amount }. Шартын «{ button-other-help }» түймесінен қараңыз.
next-steps-appeal = Көмек тағайындалмаса, шешім жөнінде жоғары тұрған органға немесе сотқа шағым беруге болады.
next-steps-examination_refused = Қайта өтініш беруге болады. Комиссия келетін күні үйде бір ересек адам болсын.
next-steps-commission_no_need = Комиссияның актісі мен қорытындысын сұрап алыңыз. Қате болса, шағым беріңіз.
next-steps-measures_refused = Бас тартуға дәлелді себеп болса, оны { $office-to } қазір айтыңыз.
next-steps-contract_broken = Жаңа келісімшарттың талаптарын алдын ала сұрап алыңыз.
next-steps-false_data = Құжаттарды тексеріп шығыңыз, қатесі болса, түзетіңіз.
next-steps-false_data-without-term = Құжаттарды тексеріп шығыңыз, қатесі болса, түзетіңіз. Қашан қайта өтініш беруге болатынын { $office } айтады.
next-steps-disagree = Бұл – боттың қорытындысы ғана. Келіспесеңіз, өтініш беріңіз: ол тегін, шешімді { $office } шығарады.

## Notes

note-estimate = Бұл – алдын ала есеп, шешім емес. Шешімді { $office } шығарады.
# $basis is one of basis-…
# $month is the month of the newest figure known
note-line-old = Бұл шек ескі дерек бойынша алынды ({ $month }), ресми шек бұдан жоғары болуы мүмкін.
# $months are the months for which the income was told
note-told-income = Бұл есепке { $months } айларындағы табыс алынды, өйткені бот Сізден соны сұрады.
note-line-estimate = Бұл тоқсанның ресми шегі ботта әзірге жоқ, ол шамамен { $line } деп алынды ({ $basis }). Нәтиже өзгеруі мүмкін.
# $share 70%, $months months with their years
basis-region_base_quarter = { $region } бойынша ең төмен күнкөріс деңгейінің { $share }-ы, { $months }
basis-region_newest_month = { $region } бойынша соңғы белгілі ең төмен күнкөріс деңгейінің { $share }-ы, { $months }
basis-country_newest_month = Қазақстан бойынша соңғы белгілі ең төмен күнкөріс деңгейінің { $share }-ы, { $months }
basis-country_budget = республикалық бюджеттегі ең төмен күнкөріс деңгейінің { $share }-ы, { $months }
# what an estimated band rests on; $period is a year, a quarter or a month
basis-region = ең төмен күнкөріс деңгейі бойынша, { $region }, { $period }
basis-country = Қазақстандағы ең төмен күнкөріс деңгейі бойынша, { $period }
basis-line = бұрынғы ресми шек бойынша, { $region }, { $period }

## Warnings of the result: rules/result.py, Warn

warning-estimated_line = Ресми шек белгілі болғанда, қайта есептеп көріңіз.
warning-registered_nowhere = Еш жерде тіркелмеген адам өтініш бере алмайды: алдымен тіркелу керек (уақытша болса да).
warning-some_not_entitled = Отбасыңыздағылардың кейбірі көмек ала алмауы мүмкін. Көмек кімдерге есептелетінін өтініш бергенде сұраңыз.
warning-line_may_be_higher = Бұл өңірдің ресми шегі одан да жоғары болуы мүмкін: оны белгілегенде медианалық табыс та ескеріледі, ал ондай сан ботта жоқ.
warning-relatives_counted = Бірге тұратын туыстар мен ересек балалар да, олардың табысы да есепке кіреді. Бәрін көрсету керек.
warning-spouse_left = Бөлек тұратын жұбай отбасына кірмеуі мүмкін. Неке мемлекеттік базада көрінеді, сондықтан жұбайдың бөлек тұратынын растайтын құжат керек: басқа мекенжайдағы тіркеу, ажырасу туралы куәлік немесе сот шешімі.
warning-absent_not_counted = Үйде тұрмайтын адам есепке кірген жоқ. Бұл ереже ресми мәтінмен салыстырылмаған.
warning-not_registered_here = Отбасыңызда осы жерде тіркелмеген адам бар. Сол себепті көмек тағайындалмауы мүмкін: алдымен ол тіркелуі керек (уақытша болса да).
warning-income_estimated = Табыстың бір бөлігі шамамен айтылды, сондықтан нәтиже де шамамен болады.
warning-farm_income_estimated = Мал мен бау-бақшадан түскен табыс Сіз айтқандай алынды. Аудан оны табыс деп санамауы да мүмкін.
warning-unverified_income_counted = «Басқа табыс» есепке кірді. Бұл ресми мәтінмен салыстырылмаған.
warning-loan_counted = Несие табысқа қосылды: министр 2025 жылғы қыркүйекте солай түсіндірген. Бұл ресми мәтінмен салыстырылмаған.
warning-income_left_out = Кейбір төлем табысқа қосылған жоқ. Бұл баспасөзден белгілі, ресми мәтінмен салыстырылмаған.
warning-large_family_allowance_not_listed = Табыстарыңыздың арасында көпбалалы отбасыларға берілетін жәрдемақы жоқ, ал ол отбасыңызға тиесілі. Оны алып жүрсеңіз, табысқа қосып, қайта есептеңіз.
large-family-not-listed-lowers = Ол қосылса, атаулы көмек азаяды немесе тиесілі болмайды.
warning-pension_age_unverified = Отбасыңызда зейнеткерлік жасқа жақын адам бар. Зейнеткерлік жас ресми мәтінмен салыстырылмаған.
warning-care_exemption_unverified = Күтім жасайтын адам жұмысқа шығуға, курсқа баруға міндетті емес деп саналды. Бұл ресми мәтінмен салыстырылмаған.
warning-permanent_work_exempts = Тұрақты жұмысы бар адам ұсынылған жұмысқа шығуға, курсқа баруға міндетті емес. Уақытша не маусымдық жұмыс бұған жатпайды.
warning-ill_not_able_bodied = 2 айдан ұзақ ауыратын адам жұмыс істей алатындардың қатарына кірмейді, оған жұмыс пен курс міндетті емес.
warning-only_one_carer = Күтім жасағаны үшін жұмыс пен курстан отбасынан бір ғана адам босатылады.
warning-age_of_elderly_unknown = Қария 80-нен асса ғана, оны күтетін адам жұмыс пен курстан босатылады. Жасын тексеріңіз.
warning-care_of_elderly_not_over_80 = 80-нен аспаған қарияға күтім жасайтын адам жұмыс пен курстан босатылмайды. Бірақ отбасында жұмыс істей алатын жалғыз адам сол болса, келісімшарт керек емес.
warning-no_child_under_3 = 3 жасқа толмаған балаға күтім жасау белгіленді, бірақ отбасыңызда ондай бала жоқ. Жауабыңызды тексеріңіз.
warning-exempt_member_refused_measures = Жұмыстан немесе курстан бас тарту белгіленді, бірақ отбасыңызда жұмысқа шығуға, курсқа баруға міндетті адам жоқ. Сондықтан есепте бұл бас тарту көмекке кедергі болған жоқ.
warning-false_data_term_not_read = Жалған мәлімет үшін көмектің қанша уақыт тағайындалмайтынын бот білмейді: бұл туралы ресми мәтін ботта әлі жоқ.
warning-index_from_press = Айлық есептік көрсеткіш (АЕК) баспасөзден алынды, ресми мәтінмен салыстырылмаған.
warning-index_unknown = Бұл күннің айлық есептік көрсеткіші (АЕК) белгісіз. Сондықтан оған байланысты төлемдер есептелген жоқ.
warning-grown_child_not_counted = Ересек бала есепке кірген жоқ: 18-ге толған балалардан күндізгі бөлімде оқитын, 23-ке толмағандары ғана кіреді. Ол бала бірге тұрса, комиссия басқаша шешуі мүмкін.
warning-supplement_upper_age = 6 жастағы балаға қосымша төлем беріле ме – бұл ресми мәтін бойынша тексерілмеген.
warning-supplement_at_zero = Көмек мөлшері 0 болса, балаларға қосымша төлем беріле ме – бұл ресми мәтін бойынша тексерілмеген.
warning-award_multiplier_unverified = Наградталған анаға берілетін жәрдемақы кейінгі жылдардың тәртібі бойынша есептелді: сол жылдың өз тәртібі тексерілмеген.
warning-commission_may_ask = Комиссия депозит, несие және картадан жұмсалған ақша туралы сұрауы мүмкін. Мұның өзі ғана бас тартуға себеп болмайды.
warning-ask_the_school = Мектептегі тамақ, жол ақысы, киім мен оқу құралдары жергілікті ережелер бойынша беріледі. Оларды қалай алуға болатынын мектептен сұраңыз.
warning-law_read_earlier = Есеп Әлеуметтік кодекстің 2026 жылғы 5 мамырдағы мәтіні бойынша жасалды. Кейінгі өзгерістерді бот білмейді.

## What is missing: rules/result.py, Gap

gap-income = { $person }: табыстың дәл мөлшері белгісіз ({ $kind }).
gap-birthday = { $person }: туған күн белгісіз, ал нәтиже соған байланысты.
gap-sex = { $person }: ер ме, әйел ме – белгісіз, ал зейнеткерлік жас соған байланысты.
gap-refused_measures_on = Жұмыстан немесе курстан бас тартылған күн белгісіз, ал нәтиже соған байланысты.
gap-contract_broken_on = Әлеуметтік келісімшарт бұзылған күн белгісіз, ал нәтиже соған байланысты.
gap-false_data_on = Дұрыс емес мәлімет берілген күн белгісіз, ал нәтиже соған байланысты.
gap-monthly_calculation_index = Айлық есептік көрсеткіш (АЕК) жарияланғанда, қайта есептеп көріңіз.

quarter-choose = Қай жылдың қай тоқсанын есептеу керек? Есеп сол кездегі заң бойынша жасалады.

## Reminders of the result, and what comes after applying
# $date is a day, $day-after stands before «кешіктірмей»; $office alone

button-applied = Өтініш бердім
button-applied-earlier = Басқа күні бердім
button-remind = Еске салу: { $date }
button-remind-not = Еске салмау: { $date }
button-menu-reminders = Еске салынатын күндер
reminder-kept = Жақсы, бот { $date } күні таңертең еске салады.
reminder-kept-working-day = Жақсы, бот { $date } күні таңертең еске салады: оған дейін демалыс күндері.
reminder-dropped = Бот мұны енді еске салмайды.
reminder-too-late = Бұл күнді еске салуға енді кеш. Нәтижені қайта ашып, мерзімін қараңыз.
reminders-head = <b>Бот мына күндері еске салады:</b>
reminder-apply = • { $date }: өтінішті { $day-after } кешіктірмей беру керек
reminder-door = • { $date }: қайта есептеу керек, көмек тиесілі болуы мүмкін
reminders-none = Әзірге еске салынатын ештеңе жоқ.
applied = Жақсы. Өтініш бүгін берілген болса, енді былай болады:
applied-on = Жақсы. Өтініш { $date } күні берілген болса, енді былай болады:
applied-which-day = Өтініш қай күні берілді?
applied-link = Өтінішті осы ботта бақылау үшін сілтеме сұраңыз: оны { $office } (ауылда – әкім) береді. Сілтеме берілсе, комиссия қашан келетінін, қандай шешім шыққанын бот хабарлап тұрады. Берілмесе, шешімді сол жерден сұраңыз.
applied-appeal = Көмек тағайындалмаса не тиесілісінен аз тағайындалса, шешімге шағымды жоғары тұрған органға не сотқа беруге болады.

## When the law moves: whether somebody is told

button-law-changes = Заң өзгерсе
button-law-changes-tell = Хабарлап тұру
button-law-changes-not = Енді хабарламау
law-changes-off =
    Заң мен сомалар өзгеріп тұрады. Соған байланысты нәтижеңіз өзгерсе, бот хабарлай алады.
    Хабарлап тұрсын ба?
law-changes-on = Заң, табыс шегі не сома өзгеріп, содан нәтижеңіз де өзгерсе, бот хабарлайды. Нәтиже сол күйі қалса, жазбайды.
