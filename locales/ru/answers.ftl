### The buttons of the answers, and the names of people and of kinds of income.

## Who lives together

button-household-spouse = Муж или жена
button-household-spouse_apart = Муж или жена отдельно
button-household-children = Дети
button-household-grown = Взрослые дети
button-household-mother = Мать
button-household-father = Отец
button-household-husbands_mother = Свекровь
button-household-husbands_father = Свёкор
button-household-parents = Родители с обеих сторон
button-household-relatives = Другие родные
button-household-none = Никто
button-relatives-wifes_mother = Тёща
button-relatives-wifes_father = Тесть
button-relatives-brother = Братья
button-relatives-sister = Сёстры
button-relatives-daughter_in_law = Невестка
button-relatives-son_in_law = Зять
button-relatives-grandmother = Бабушка
button-relatives-grandfather = Дедушка
button-relatives-sibling = Братья, сёстры
button-relatives-child_in_law = Невестка, зять
button-relatives-grandparent = Дедушка, бабушка
button-relatives-grandchild = Внуки
button-relatives-other = Другие родные
## Where the family is registered, and whether all may get the assistance

button-region-nowhere = Нигде не прописаны
button-status-all = Да, все
button-status-some = Не все
button-status-nobody = Никто

## What somebody does, and for whom they care

button-activity-employed = Постоянная работа
button-activity-casual = Временная, сезонная
button-activity-with_baby = В декрете, с малышом
button-activity-self_employed = Своё дело
button-activity-unemployed = Поиск работы
button-activity-student = Учёба
button-activity-pensioner = Пенсия
button-activity-carer = Уход за близким
button-activity-none = Дом и семья
button-cares-for-child_under_3 = Ребёнок до 3 лет
button-cares-for-disabled_child = Ребёнок с инвалидностью
button-cares-for-disabled_adult = Взрослый, I–II группа
button-cares-for-elderly = Пожилой, нужен уход
button-small-child-yes = Да
button-small-child-no = Нет

## Income

button-income-kinds-wage = Зарплата
button-income-kinds-casual_work = Временная работа
button-income-kinds-self_employment = Своё дело
button-income-kinds-pension = Пенсия
button-income-kinds-allowance = Пособие
button-income-kinds-one_off = Разовая выплата
button-income-kinds-alimony = Алименты
button-income-kinds-farm = Скот и огород
button-income-kinds-rent = Сдача в аренду
button-income-kinds-sale = Продажа имущества
button-income-kinds-gift = От родных
button-income-kinds-stipend = Стипендия
button-income-kinds-employment_measure = Общ. работы, практика
button-income-kinds-interest = Проценты по вкладу
button-income-kinds-winnings = Выигрыш
button-income-kinds-other = Другой доход
button-income-kinds-none = Ничего
button-allowance-kinds-child_care_allowance = По уходу за ребёнком
button-allowance-kinds-large_family_allowance = Многодетной семье
button-allowance-kinds-disabled_child_care_allowance = Родителю такого ребёнка
button-allowance-kinds-carer_allowance = За уход (I группа)
button-allowance-kinds-survivor_allowance = По потере кормильца
button-allowance-kinds-disability_allowance = По инвалидности
button-allowance-kinds-unemployment_benefit = По потере работы
button-allowance-kinds-allowance = Другое пособие
button-allowance-kinds-child_disability_allowance = Ребёнку с инвалидностью
button-allowance-kinds-assistance = Адресная помощь
button-allowance-kinds-housing_aid = Жилищная помощь
button-allowance-kinds-burial_grant = На похороны
button-one-off-kinds-final_pay = При увольнении
button-one-off-kinds-birth_grant = При рождении ребёнка
button-one-off-kinds-maternity_pay = Декретные
button-one-off-kinds-sick_pay = Больничный
button-one-off-kinds-one_off_state_payment = Другая госвыплата
button-one-off-kinds-local_aid = Помощь акимата
button-one-off-kinds-alimony_arrears = Алименты за прошлое

## Special circumstances

button-circumstances-disability = Есть инвалидность
button-circumstances-illness = Болеет дольше 2 месяцев
button-circumstances-pension_age = Пенсионный возраст
button-circumstances-care = Уход за близким
button-circumstances-student = Студент живёт отдельно
button-circumstances-away = Кто-то не живёт дома
button-circumstances-elsewhere = Прописка в другом месте
button-circumstances-award = «Алтын» или «Күміс алқа»
button-circumstances-none = Ничего из этого
button-history-loan = Кредит за эти 3 месяца
button-history-work_refused = Отказ от работы (курса)
button-history-contract_broken = Нарушен соцконтракт
button-history-commission = Комиссия приходила домой
button-history-property = Второе жильё/авто/земля
button-history-none = Ничего из этого

button-absence-none = Работа, учёба, другое
button-absence-work_elsewhere = Работает в другом месте
button-absence-study_elsewhere = Учится в другом месте
button-absence-left = Живёт отдельно насовсем
button-absence-unsure = Сложно сказать
button-absence-state_support = На полном гособеспечении
button-absence-military = На срочной службе
button-absence-detention = Под стражей, в колонии
button-absence-treatment = Принудительное лечение
button-absence-unknown = Неизвестно где
button-disability-group_1 = I группа
button-disability-group_2 = II группа
button-disability-group_3 = III группа
button-disability-child = Ребёнок с инвалидностью
button-award-kumis_alqa = «Күміс алқа»
button-award-altyn_alqa = «Алтын алқа»
button-commission-unknown = Пока неизвестно
button-commission-need = Необходимость есть
button-commission-no_need = Необходимости нет
button-commission-examination_refused = Комиссию не пустили
button-commission-false_data = Данные сочли неверными
button-property-dwellings = Второе жильё
button-property-premises = Помещение для дохода
button-property-building_plot = Участок под дом
button-property-cars = Вторая легковая машина
button-property-transport = Грузовик или техника
button-property-none = Ничего из этого
button-sex-female = Женский
button-sex-male = Мужской

## Buttons of every question

button-none = Нет таких
button-done = Готово
button-back = Назад
button-no = Нет
button-unknown = Не знаю
button-unknown-at-all = Совсем не знаю
button-differs = Каждый месяц по-разному
button-once = Только один раз
button-another = Получает другой человек
# the sum that the law gives of a payment; its purpose stands in the question
button-by-law = По закону: { $amount }
button-check-month = За месяц
button-check-quarter = За три месяца
button-check-every-month = Каждый месяц
button-check-once = Один раз
button-check-right = Да, верно

## Buttons of the review, the family and the result

button-calculate = Посчитать
button-review = К ответам
button-add = Добавить человека
button-remove = Убрать из списка
button-why = Почему так?
button-children = Детям
button-next = Что дальше?
button-quarter = Другой квартал
button-change = Исправить
button-fill-in-sum = Уточнить сумму
button-fill-in-day = Уточнить дату
button-fill-in-answer = Уточнить ответ
button-result = К результату
# $copied is a number, of a result, a case or a phone
button-copy = Копировать: { $copied }

## People
# Labels in the nominative; nobody can decline them. $age is a whole number.

person-years =
    { $age ->
        [0] меньше года
        [one] { $age } год
        [few] { $age } года
       *[many] { $age } лет
    }
person-self = Вы
person-spouse = Супруг(а)
person-child = Ребёнок, { person-years }
person-grown = Сын или дочь, { person-years }
person-child_in_law = Невестка или зять, { person-years }
person-ward = Ребёнок под опекой, { person-years }
person-foster_child = Приёмный ребёнок, { person-years }
person-partner = Супруг(а) (брак не зарегистрирован)
person-parent_in_law = Родитель мужа или жены, { person-years }
person-student = Сын или дочь на учёбе, { person-years }
person-parent = Отец или мать, { person-years }
person-mother = Мать, { person-years }
person-father = Отец, { person-years }
person-husbands_mother = Свекровь, { person-years }
person-husbands_father = Свёкор, { person-years }
person-wifes_mother = Тёща, { person-years }
person-wifes_father = Тесть, { person-years }
person-brother = Брат, { person-years }
person-sister = Сестра, { person-years }
person-daughter_in_law = Невестка, { person-years }
person-son_in_law = Зять, { person-years }
person-grandmother = Бабушка, { person-years }
person-grandfather = Дедушка, { person-years }
person-sibling = Брат или сестра, { person-years }
person-grandparent = Дедушка или бабушка, { person-years }
person-grandchild = Внук или внучка, { person-years }
person-other = Кто-то из родных, { person-years }
# two of the same label: twins
person-numbered = { $person } ({ $number })

## Kinds of income, as they stand in a list

kind-wage = зарплата
kind-casual_work = временная или сезонная работа
kind-final_pay = выплата при увольнении
kind-sick_pay = выплата по больничному
kind-maternity_pay = выплата по беременности и родам
kind-self_employment = своё дело
kind-pension = пенсия
kind-allowance = другое пособие
kind-child_care_allowance = пособие по уходу за ребёнком
kind-large_family_allowance = пособие многодетной семье
kind-child_disability_allowance = пособие ребёнку с инвалидностью
kind-disabled_child_care_allowance = пособие родителю ребёнка с инвалидностью
kind-carer_allowance = пособие по уходу за человеком I группы
kind-survivor_allowance = пособие по потере кормильца
kind-disability_allowance = пособие по инвалидности
kind-unemployment_benefit = выплата по потере работы
kind-birth_grant = единовременное пособие на рождение ребёнка
kind-one_off_state_payment = разовая выплата государства
kind-local_aid = разовая помощь акимата
kind-alimony = алименты
kind-alimony_arrears = алименты за прошлые месяцы
kind-farm = скот и огород
kind-rent = сдача в аренду
kind-sale = продажа имущества
kind-gift = деньги от родных
kind-interest = проценты по вкладу
kind-winnings = выигрыш
kind-stipend = стипендия
kind-loan = кредит
kind-employment_measure = общественные работы, практика
kind-assistance = адресная социальная помощь
kind-housing_aid = жилищная помощь
kind-burial_grant = пособие на похороны
kind-other = другой доход
