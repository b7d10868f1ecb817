### The answers before the calculation, correcting one of them, and the list of the family.

## Review
# $income is review-income-… or a sum.

review = Всё верно?
review-total = Всего за три месяца: { $income }
review-by-law = Бот добавил по закону: { $kind } – { $amount } за три месяца
review-special-none = Ничего
review-edit = Если нужно исправить, нажмите раздел.
button-edit-family = Семья
button-edit-money = Деньги
button-edit-special = Особое
button-family = Состав семьи
review-nobody-entitled =
    Всё верно?
    Регион: { $region }
    Ни у кого в семье нет ни гражданства Казахстана, ни статуса кандаса или беженца, ни документа на постоянное проживание (например, вида на жительство).
    Если у кого-то это есть, нажмите «{ button-edit-family }».
review-region-nowhere = { $region } (живёте здесь, нигде не прописаны)
review-income-none = нет
# $known is a sum
review-income-unknown = не меньше { $known }, остальное неизвестно
# $count is a whole number
review-unborn = В расчёт не входят дети, которые тогда ещё не родились: { $count }.
review-perhaps-unborn = Неизвестно, родились ли к тому времени дети без даты рождения ({ $count }). В расчёт они не входят.
review-quarter = Расчёт для другого квартала: { $quarter }.

## The answers to choose from: buttons of about 30 characters

edit-choose = Какой ответ исправить? Нажмите его номер.
line-region = Регион
line-region-lived = Где живёте
line-status = С гражданством или статусом
line-not-entitled = Кто без статуса
line-household = Кто живёт вместе
line-spouse-apart = Где муж или жена
line-relatives = Кто ещё из родных
line-people = { $group }: возраст
line-activity = { $person }: занятие
line-years = { $person }: возраст
line-cares-for = { $person }: за кем уход
line-small-child = { $person }: дома с ребёнком до 3 лет
line-cared-for = { $person }: за кем уход
line-cared-age = { $person }: возраст пожилого
line-income-kinds = Виды дохода
line-allowance-kinds = Виды пособий
line-one-off-kinds = Разовые выплаты
line-earners = Кто получал ({ $kind })
line-amount-earned = { $person }: { $kind }
line-amount-family = Семья: { $kind }
line-month-earned = { $person }: { $kind }, { $month }
line-month-family = Семья: { $kind }, { $month }
line-once-earned = { $person }: { $kind }
line-once-family = Семья: { $kind }
line-circumstances = Особое
line-history = Что есть или было
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
group-mother = Мать
group-father = Отец
group-husbands_mother = Свекровь
group-husbands_father = Свёкор
group-wifes_mother = Тёща
group-wifes_father = Тесть
group-brother = Братья
group-sister = Сёстры
group-daughter_in_law = Невестка
group-son_in_law = Зять
group-grandmother = Бабушка
group-grandfather = Дедушка
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
button-add-mother = Мать
button-add-father = Отец
button-add-husbands_mother = Свекровь
button-add-husbands_father = Свёкор
button-add-wifes_mother = Тёща
button-add-wifes_father = Тесть
button-add-brother = Брат
button-add-sister = Сестра
button-add-daughter_in_law = Невестка
button-add-son_in_law = Зять
button-add-grandmother = Бабушка
button-add-grandfather = Дедушка
button-add-grandchild = Внук или внучка
button-add-other = Кто-то ещё из родных
button-add-student = Студент 18–22 лет
family-add-age-young = { $group }: сколько лет человеку, которого вы добавляете? Напишите числом, например: 7. Если нет года – 0.
family-add-age-grown-up = { $group }: сколько лет человеку, которого вы добавляете? Напишите числом, например: 61.
family-add-age-student = Сколько лет студенту? Напишите числом, например: 19.
family-remove-ask = { $person }: убрать из списка? Ответы об этом человеке тоже удалятся.
family-removed = Убрано из списка: { $person }.
button-remove-yes = Да, убрать
button-remove-no = Нет, оставить
