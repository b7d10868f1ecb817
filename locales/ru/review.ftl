### The answers before the calculation, correcting one of them, and the list of the family.

## Review
# $members and $children are whole numbers; $income is review-income-… or a sum; $circumstances is a list.

review =
    Всё верно?
    Регион: { $region }
    { $members } { $members ->
        [one] человек
        [few] человека
       *[many] человек
    }{ $children ->
        [0] { "" }
       *[more] , из них детей: { $children }
    }
    Доход за три месяца: { $income }
    Особое: { $circumstances }
review-nobody-entitled =
    Всё верно?
    Регион: { $region }
    Ни у кого в семье нет ни гражданства Казахстана, ни статуса кандаса или беженца, ни вида на жительство.
review-region-nowhere = { $region } (живёте здесь, нигде не прописаны)
review-income-none = нет
# $known is a sum
review-income-unknown = не меньше { $known }, остальное неизвестно
review-circumstances-none = нет
# $count is a whole number
review-unborn = В расчёт не входят дети, которые тогда ещё не родились: { $count }.
review-perhaps-unborn = В расчёт не входят дети без даты рождения, о которых неизвестно, родились ли они к тому времени: { $count }.
review-quarter = Расчёт для другого квартала: { $quarter }.

## The answers to choose from: buttons of about 30 characters

edit-choose = Какой ответ исправить?
line-region = Регион
line-region-lived = Где живёте
line-status = Гражданство
line-not-entitled = Кто без статуса
line-family = Состав семьи
line-household = Кто живёт вместе
line-spouse-apart = Муж или жена
line-relatives = Другие родные
line-people = { $group }: возраст
line-activity = { $person }: занятие
line-years = { $person }: возраст
line-cares-for = { $person }: уход
line-small-child = { $person }: с ребёнком
line-cared-for = { $person }: уход
line-cared-age = { $person }: возраст пожилого
line-income-kinds = Виды дохода
line-allowance-kinds = Виды пособий
line-one-off-kinds = Разовые выплаты
line-earners = Кто получал: { $kind }
line-amount-earned = { $person }: { $kind }
line-amount-family = Семья: { $kind }
line-month = { $month }: { $kind }
line-once = { $kind }: один раз
line-circumstances = Особое
line-away = Кто не живёт дома
line-absence = { $person }: где сейчас
line-disabled = У кого инвалидность
line-disability = { $person }: инвалидность
line-ill = Кто долго болеет
line-elders = Пенсионный возраст
line-carers = Кто ухаживает за близким
line-elsewhere = Кто прописан не здесь
line-work-refused-on = День отказа
line-contract-broken-on = День нарушения контракта
line-award = Награда матери
line-commission = Заключение комиссии
line-false-data-on = Когда поданы данные
line-property = Имущество
line-birthday = { $person }: дата рождения
line-sex = { $person }: пол

## Groups of the family

group-child = Дети
group-grown = Взрослые дети
group-parent = Родители
group-sibling = Братья и сёстры
group-child_in_law = Невестка, зять
group-grandparent = Дедушки и бабушки
group-grandchild = Внуки
group-other = Другие родные
group-student = Студенты

## The list of the family
# $members is a whole number, $group one of the groups above.

family =
    В вашей семье { $members } { $members ->
        [one] человек
        [few] человека
       *[many] человек
    }. Выберите кого-то из списка или добавьте ещё.
family-member = { $person }: что изменить?
family-add = Кого добавить?
button-add-spouse = Муж или жена
button-add-child = Ребёнок
button-add-grown = Взрослый ребёнок
button-add-parent = Отец или мать
button-add-sibling = Брат или сестра
button-add-child_in_law = Невестка или зять
button-add-grandparent = Дедушка или бабушка
button-add-grandchild = Внук или внучка
button-add-other = Другой родственник
button-add-student = Студент 18–22 лет
family-add-age-young = { $group }: сколько лет тому, кого вы добавляете? Напишите числом, например: 7. Если нет года – 0.
family-add-age-grown-up = { $group }: сколько лет тому, кого вы добавляете? Напишите числом, например: 61.
family-add-age-student = Сколько лет студенту? Напишите числом, например: 19.
family-remove-ask = { $person }: убрать из списка? Ответы об этом человеке тоже удалятся.
family-removed = { $person }: в списке больше нет.
button-remove-yes = Да, убрать
button-remove-no = Нет, оставить
