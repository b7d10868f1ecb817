### The state's other help beside the assistance: six lines, the whole list, each kind by itself.
### $amount is one sum or a range, $name and $names are names of help from below.

## Buttons

button-other-help = Другая помощь
# $count is how many kinds there are
button-help-all = Показать всё ({ $count })
button-help-short = К короткому списку

## The lines
# $number stands on the button that opens the line; $question and $lack are whole sentences

help-line-monthly = { $number }. Положено: <b>{ $name }</b> – { $amount } в месяц
help-line-once = { $number }. Положено: <b>{ $name }</b> – { $amount } один раз
help-line-free = { $number }. Положено, бесплатно: <b>{ $name }</b>
help-line-unknown = { $number }. Положено: <b>{ $name }</b>, сумма боту пока неизвестна
help-line-open = { $number }. Возможно: <b>{ $name }</b>. { $question }
help-line-open-monthly = { $number }. Возможно: <b>{ $name }</b> – { $amount } в месяц. { $question }
help-line-open-once = { $number }. Возможно: <b>{ $name }</b> – { $amount } один раз. { $question }
help-line-near = { $number }. Пока не положено: <b>{ $name }</b>. { $lack }
# the same kind stands for several people, each on a line of its own
help-name-of = { $name } ({ $people })
# money of a month, without and with all that is due
help-total = Доход семьи – примерно { $without-help } в месяц, с этой помощью – { $with-help }.
help-total-now = Всего в месяц (доход и адресная помощь) – примерно { $now }
help-total-first = • плюс { $names } – всего примерно { $first }
help-total-assisted = Доход и адресная помощь – примерно { $without-help } в месяц, вместе с новыми выплатами – { $with-help }.
help-total-income = Если эти выплаты посчитают доходом, адресная помощь потом может уменьшиться или прекратиться.
help-total-then = • потом, когда эти деньги за три месяца посчитают доходом и адресная помощь уменьшится (примерно до { $assistance }), – примерно { $then }
help-total-then-ends = • потом эти деньги за три месяца посчитают доходом, и адресная помощь, вероятно, прекратится: тогда – { $then }
help-total-then-ends-package = • потом эти деньги за три месяца посчитают доходом, и адресная помощь, вероятно, прекратится: тогда – { $then }, без социального пакета детям
help-total-more = Это на { $difference } больше, чем с одной адресной помощью.
help-total-less = Это на { $difference } меньше, чем с одной адресной помощью.
help-total-same = Это столько же, сколько с одной адресной помощью.
help-total-more-likely = При вероятном пределе это на { $difference } больше, чем с одной адресной помощью.
help-total-less-likely = При вероятном пределе это на { $difference } меньше, чем с одной адресной помощью.
help-total-same-likely = При вероятном пределе это столько же, сколько с одной адресной помощью.
help-total-between = Но может выйти и на { $less } меньше, и на { $more } больше.
help-total-compared-ends =
    Всего денег у семьи в месяц:
    • с одной адресной помощью – примерно { $now }
    • пока платят и то, и другое – примерно { $first }
    • потом, если адресная помощь прекратится, – { $then }
help-total-compared-ends-package =
    Всего денег у семьи в месяц:
    • с одной адресной помощью – примерно { $now }
    • пока платят и то, и другое – примерно { $first }
    • потом, если адресная помощь прекратится, – { $then }, без социального пакета детям
help-total-compared =
    Всего денег у семьи в месяц:
    • с одной адресной помощью – примерно { $now }
    • пока платят и то, и другое – примерно { $first }
    • потом, когда адресная помощь уменьшится, – { $then }
help-total-later = Тогда денег всего – { $amount } в месяц.
help-nothing-due = По вашим ответам других денежных выплат, которые точно положены, пока нет.
help-by-status = Другая помощь тоже может зависеть от гражданства или статуса, поэтому бот не может сказать о ней точно.
help-ask = Чтобы знать точно, спросите по номеру 1414 или в акимате.
help-ask-by-status = Спросите по номеру 1414 или в акимате: помогут ли семье в трудной ситуации, как устроить детей в школу, какое лечение бесплатно.
help-received = Семья уже получает: { $names }.

## One kind: whether it is due, whom it is about, how much

help-name = <b>{ $name }</b>
help-is-due = По вашим ответам это положено.
help-may-be-due = Может быть положено, нужно выяснить одно. { $question }
help-is-near = Пока не положено. { $lack }
# $people are labels
help-of = Для кого: { $people }.
help-of-maternity-social-payment = На какого ребёнка: { $people }.
help-of-one = • { $people } – { $amount }
help-amount-monthly = Положено: <b>{ $amount }</b> в месяц.
help-amount-monthly-if = Если положено, то { $amount } в месяц.
help-amount-once = Положено: <b>{ $amount }</b> один раз.
help-amount-once-if = Если положено, то { $amount } один раз.
help-amount-depends = Сумма зависит от одного ответа. { $question }
help-open-order-as-told = Если есть ещё дети старше этих, сумма может быть больше.
help-open-unless-paid-since = Если эти деньги уже выплатили, второй раз их не дадут.
help-open-fund-pays-if-insured = Если за того, кто сидит с ребёнком, платили социальные отчисления, деньги даёт Государственный фонд социального страхования. Сумма будет не меньше этой.
help-open-unit-unknown = Показателя, по которому считают сумму, у бота пока нет.
help-open-by-insured-income = Сумма зависит от дохода, с которого платили социальные отчисления.
help-open-each-member = Эта сумма – на каждого, но для всех вместе есть предел.
help-open-cap-for-all = Сколько всего платят на нескольких детей, в законе сказано неясно. Спросите по номеру 1414.
help-open-minimum-pension-from-press = Сумма зависит от стажа и зарплаты.
help-open-students-count-on = Ребёнок, который учится очно, входит в расчёт до 23 лет.
help-open-local-council-decides = Кому и сколько дают, решает местный маслихат.
help-open-ministry-decides = Размер и условия устанавливает министерство.

## From when and for how long

help-begins-application = Платят со дня, когда подано заявление.
help-begins-birth = Платят со дня рождения ребёнка.
help-begins-finding = Платят со дня, когда установлена инвалидность.
help-begins-right = Платят со дня, когда появилось право.
help-begins-not-read = С какого дня платят, боту неизвестно.
# $months is a whole number
help-backdated =
    За время до заявления – не больше чем за { $months } { $months ->
        [one] месяц
        [few] месяца
       *[many] месяцев
    }.
help-lasts-child-is-small = Платят, пока ребёнку не исполнится 1,5 года.
help-lasts-leave = Платят сразу за все дни отпуска по беременности и родам.
help-lasts-large-family = Платят, пока семья остаётся многодетной.
help-lasts-for-life = Платят пожизненно.
help-lasts-while-conditions-hold = Платят, пока соблюдаются условия.
help-lasts-disability = Платят, пока не кончится срок инвалидности.
help-lasts-to-pension-age = Платят самое долгое до пенсионного возраста.
help-lasts-childhood-or-study = Платят до 18 лет, а если ребёнок учится очно – до 23.
help-lasts-one-to-six-months = Платят от 1 до 6 месяцев: чем дольше шли отчисления, тем дольше.
help-lasts-on-one-ground = Если оснований несколько, платят только по одному.
help-lasts-as-needed = Это бесплатно. Обращайтесь, когда понадобится.
help-until = По нынешним ответам – до { $date-to } включительно.

## Where, within what term, which papers

help-where = Куда: { $places }.
help-where-state-corporation = центр обслуживания населения (ЦОН)
help-where-e-government = eGov
help-where-social-insurance-fund = Решает Государственный фонд социального страхования.
help-where-pension-fund = Единый накопительный пенсионный фонд
help-where-career-centre = карьерный центр
help-where-labour-exchange = сайт enbek.kz
help-where-akimat = акимат
help-where-portal-of-social-services = портал социальных услуг
help-proactive = Государство может предложить это и само, без заявления.
# $length is a number of months or years
help-term-birth = Заявление – в течение { $length } после рождения ребёнка.
help-term-right = Заявление – в течение { $length } с того дня, как появилось право.
help-term-registration-as-unemployed = Заявление – в течение { $length } после регистрации безработного.
help-term-death = Заявление – в течение { $length } после смерти человека.
help-length-months =
    { $count } { $count ->
        [one] месяца
        [few] месяцев
       *[many] месяцев
    }
help-length-years =
    { $count } { $count ->
        [one] года
        [few] лет
       *[many] лет
    }
help-apply-by = Последний день – { $date }.
help-papers = Документы: { $papers }. Что ещё нужно, спросите по номеру 1414.
help-papers-unknown = Какие нужны документы, спросите по номеру 1414.
help-papers-old = До июля 2023 года просили ещё: { $papers }.
help-paper-sick-list = больничный лист
help-paper-medical-social-finding = заключение медико-социальной экспертизы
help-paper-death-certificate-or-court-decision = свидетельство о смерти или решение суда
help-paper-labour-book = для тружеников тыла – трудовая книжка
help-paper-application = заявление
help-paper-identity-document = удостоверение личности
help-paper-birth-certificate = свидетельство о рождении ребёнка
help-paper-disability-certificate = справка об инвалидности
help-paper-guardianship-paper = документ об опеке
help-paper-consent-of-all-adults = согласие всех взрослых в семье
help-not-beside = Вместе с этим обычно не дают: { $names }.

## Whether it is income for the assistance, and on what it rests
# $source is an act with its article, and where it is known the clause

help-income-yes = В расчёте адресной помощи это доход, поэтому потом она может уменьшиться или прекратиться.
help-income-no = В расчёте адресной помощи эти деньги доходом не считаются.
help-income-open = Считать ли эти деньги доходом в расчёте адресной помощи, решает комиссия.
help-source = Основание: { $source }.
help-source-of-income = О доходе: { $source }.
help-grade-legal_text = Сверено с текстом закона.
help-grade-official = Взято из официальных данных.
help-grade-not-compared = С официальным текстом это ещё не сверено.
# $days are working days
help-while-paid =
    Пока платят, об изменениях в семье сообщайте в ЦОН в течение { $days } { $days ->
        [one] рабочего дня
        [few] рабочих дней
       *[many] рабочих дней
    }. Если деньги со счёта не тратить { $months } { $months ->
        [one] месяц
        [few] месяца
       *[many] месяцев
    }, выплату приостановят.
help-estimate = Это предварительный расчёт. Решает ведомство, которое рассмотрит заявление.

## By what it is missed

help-lacks-status = Это для граждан, кандасов и тех, кто постоянно живёт в Казахстане.
help-lacks-children = Детей, которые входят в расчёт, на { $count } меньше, чем нужно.
help-lacks-children-of =
    В расчёт должно входить не меньше { $least } { $least ->
        [one] ребёнка
        [few] детей
       *[many] детей
    }, сейчас входит { $there }.
help-lacks-age = Пенсионный возраст наступит { $date }.
help-lacks-registration = Сначала нужно прописаться там, где живёт семья.

## The one question that decides it, or the amount

# $person is a label
help-fact-birthday = { $person }: какая дата рождения?
help-fact-sex = { $person }: женщина или мужчина?
help-fact-not-received-before = Эти деньги раньше уже платили? Если нет, подайте заявление.
help-fact-who-receives = Кто в семье это получает?
help-fact-for-whom-received = На кого в семье это сейчас получают?
help-fact-which-other-allowance = «Другое пособие» в ваших ответах – это оно?
help-fact-parent-or-guardian = Есть ли в вашей семье родитель или опекун ребёнка?
help-fact-order-of-child = Какой это ребёнок по счёту?
help-fact-carer-insured = За того, кто сидит с ребёнком, раньше платили социальные отчисления?
help-fact-on-child-care-leave = Кто-то из родителей в отпуске по уходу за ребёнком?
help-fact-mother-insured-before-birth = За маму до рождения ребёнка платили социальные отчисления?
help-fact-disability-group = Какая группа инвалидности?
help-fact-cause-of-disability = Какая причина инвалидности указана в справке?
help-fact-disability-found = Установит ли инвалидность медико-социальная экспертиза?
help-fact-cares-in-person = Кто-то лично ухаживает за этим человеком?
help-fact-group-of-cared-for = У человека, за которым ухаживают, I группа?
help-fact-pension-below-allowance = Пенсия меньше пособия по инвалидности?
help-fact-one-of-two = Выберут ли его вместо пособия по потере кормильца?
help-fact-insured-when-ability-was-lost = До инвалидности за человека платили социальные отчисления?
help-fact-other-parent-dead-or-missing = Второй родитель детей умер или пропал без вести?
help-fact-both-parents-lost = Ребёнок потерял обоих родителей?
help-fact-killed-on-duty = Кормилец погиб на службе?
help-fact-dead-was-insured = За умершего платили социальные отчисления?
help-fact-insured-six-months = На прежних работах социальные отчисления платили всего хотя бы 6 месяцев?
help-fact-gets-pension = Базовая пенсия уже назначена?
help-fact-worked-before-1998 = Есть ли хотя бы 6 месяцев стажа до 1998 года?
help-fact-brought-up-five-children = Мама растила хотя бы пятерых детей до 8 лет и работала хотя бы 6 месяцев до 1998 года?
help-fact-pension-without-top-up = Пенсию уже доплачивают до размера пособия по инвалидности?
help-fact-war-or-home-front = Этот человек воевал или работал в тылу?
help-fact-harmful-work-of-84-months = За вредную работу хотя бы 84 месяца платили профессиональные пенсионные взносы, и человек там больше не работает?
help-fact-local-category = Спросите в акимате: входит ли семья в число тех, кому помогают по местным правилам?
help-fact-only-dwelling-now = У семьи сейчас только одно жильё?
# $threshold is a sum or a range; without it the income is nought or not known
help-fact-housing-costs-above-share = Много ли уходит на коммунальные платежи, если сравнить с доходом?
help-fact-housing-costs-above-share-of = На коммунальные услуги уходит больше { $threshold } в месяц?
help-fact-housing-costs-above-share-between = На коммунальные услуги уходит больше { $least } в месяц? В некоторых местах должно уходить больше { $most }.
help-fact-trained-in-two-years = За последние 2 года уже были бесплатные курсы?
help-fact-business-idea = Кто-то в семье хочет открыть своё дело?
help-fact-registered-as-unemployed = Есть ли регистрация безработного?
help-fact-wants-work = Хочет ли этот человек работать?
help-fact-willing-to-move = Может ли семья переехать ради работы?
help-fact-needs-care = Нужен ли уход в повседневной жизни?
help-fact-difficulty-in-moving = Трудно ли передвигаться самостоятельно?
help-fact-deaf = Этот человек не слышит?
help-fact-individual-programme = Записано ли такое средство в индивидуальной программе реабилитации?

## The kinds

help-birth-grant = Единовременное пособие на рождение ребёнка
help-child-care-allowance = Пособие по уходу за ребёнком до 1,5 лет
help-child-care-social-payment = Социальная выплата по уходу за ребёнком
help-maternity-social-payment = Социальная выплата по беременности и родам
help-large-family-allowance = Пособие многодетной семье
help-awarded-mother-allowance = Пособие награждённой матери
help-child-disability-allowance = Пособие ребёнку с инвалидностью
help-disabled-child-parent-allowance = Пособие тому, кто растит ребёнка с инвалидностью
help-group-1-carer-allowance = Пособие по уходу за человеком I группы
help-disability-allowance = Пособие по инвалидности
help-disability-allowance-special-cause = Повышенное пособие по инвалидности
help-ability-loss-social-payment = Социальная выплата при потере способности работать
help-survivor-allowance = Пособие по потере кормильца
help-survivor-allowance-both-parents = Пособие ребёнку, потерявшему обоих родителей
help-survivor-allowance-service = Надбавка семье погибшего на службе
help-survivor-social-payment = Социальная выплата по потере кормильца
help-burial-payment = Единовременная выплата на погребение
help-burial-from-savings = Выплата на погребение из пенсионных накоплений
help-job-loss-social-payment = Социальная выплата по потере работы
help-basic-pension = Государственная базовая пенсия
help-age-pension = Пенсия по возрасту
help-special-state-allowance = Специальное государственное пособие
help-special-professional-allowance = Пособие тем, кто работал во вредных условиях
help-local-aid = Социальная помощь акимата
help-housing-aid = Жилищная помощь
help-job-search = Помощь в поиске работы
help-vocational-training = Бесплатное профессиональное обучение
help-business-support = Помощь, чтобы открыть своё дело
help-subsidised-job = Работа, за которую платит государство
help-resettlement = Помощь с переездом ради работы
help-job-quota = Рабочее место для человека с инвалидностью
help-special-social-services = Бесплатный уход дома или в центре
help-individual-assistant = Индивидуальный помощник
help-sign-language-specialist = Специалист жестового языка
help-prostheses-and-aids = Протезы, кресла-коляски и другие средства
