### Checks of other families, one after another: their list, their names, whose a button is.
### …-theirs stands in place of the message of the same name where the family is not one's own: it is not addressed.
### $name and $open are what the person calls a family.


check-head = Другая семья: <b>{ $name }</b>
check-own = Ваша семья
button-menu-checks = Проверить другую семью
button-checks = Список семей

## The name

check-name-ask =
    Как назвать эту семью? Например: Соседка Айгуль.
    Название видите только вы. Полное имя не нужно.
    Отвечайте на вопросы только с согласия этой семьи.
check-rename-ask = Как теперь назвать эту семью? Полное имя не нужно.
check-name-not-taken =
    Это название не подойдёт. Нужно от { $fewest } до { $most } знаков: буквы, цифры, пробелы.
    Например: Соседка Айгуль.
check-name-secret =
    Это название не сохранено: похоже, в нём номер телефона, карты или другой личный номер.
    Напишите короткое название, например: Соседка Айгуль.
check-name-there = Такое название в списке уже есть. Выберите другое, например: Соседка Айгуль 2.
check-begun =
    Дальше вопросы об этой семье. Ответы о ней хранятся отдельно от ответов о вашей семье.
    Чтобы вернуться к своей семье: /menu, «{ button-menu-more }», «{ button-menu-checks }», затем «{ check-own }».

## The list, and one family of it

checks-list = Какую семью открыть? Ответы каждой хранятся отдельно.
# $state is one of the states below
checks-line = { $name } – { $state }
check-state-empty = ответов пока нет
check-state-begun = ещё не рассчитано
check-state-eligible = по расчёту { $amount } в месяц
check-state-due = по расчёту помощь положена
check-state-refused = по расчёту помощь не положена
check-state-open = точного ответа нет
check-state-damaged = ответы не открываются
check-damaged = Название не читается
check-kept =
    Если об этой семье { $days } { $days ->
        [one] день
        [few] дня
       *[many] дней
    } ничего не писать, её ответы и результаты удалятся.
button-check-new = Ещё одна семья
button-check-open = Открыть эту семью
button-check-rename = Переименовать
button-check-delete = Удалить
check-delete-ask = Удалить ответы и результаты семьи «{ $name }»? Вернуть их потом нельзя.
button-check-delete-yes = Да, удалить
button-check-delete-no = Нет, оставить
check-deleted = Семья удалена из списка.
check-gone = Этой семьи в списке нет: её удалили.
check-back-own = Вы вернулись к своей семье.
checks-many =
    В списке может быть не больше { $most } { $most ->
        [one] семьи
        [few] семей
       *[many] семей
    }. Чтобы добавить новую, удалите одну.

## A button of another family than the one that is open

check-button-of-another =
    Кнопка относится к «{ $name }», а сейчас открыто: «{ $open }».
    Ничего не изменилось. С какой семьёй продолжить?

## Privacy, and what is handed out

privacy-checks =
    Если вы проверяете другие семьи, их ответы и результаты тоже зашифрованы и хранятся отдельно. Если об одной из них { $days } { $days ->
        [one] день
        [few] дня
       *[many] дней
    } ничего не писать, её ответы и результаты удалятся.

## The questions about another family

question-region-theirs = В каком регионе прописана семья (можно временно)? Заявление подают там.
question-region-lived-theirs =
    В каком регионе живёт семья? Предел возьмут по этому региону.
    Чтобы подать заявление, сначала нужна прописка, можно временная. Как её получить, бот скажет в конце.
question-status-theirs =
    Все в семье – граждане Казахстана, кандасы, беженцы или люди с видом на жительство?
    Помощь назначают только им.
question-household-theirs =
    Кто живёт вместе с тем, кто подаёт заявление? Отметьте всех.
    Муж или жена без регистрации брака и дети под опекой – тоже семья.
question-spouse-apart-theirs =
    Где сейчас муж или жена того, кто подаёт заявление? От этого зависит, кого считать в семье.
    Брак виден в государственной базе, поэтому о нём нужно сказать, даже если они живут отдельно.
question-people-child-theirs =
    Сколько лет детям младше 18? Считаются и усыновлённые, и под опекой.
    Напишите возраст каждого в строку, например: 12 7 3. Если нет года – 0.
question-people-grown-theirs =
    Сколько лет взрослым детям, которые живут в этой семье?
    Напишите возраст каждого в строку, например: 24 19. Они входят в расчёт, даже если уже работают или не учатся.
question-people-parent-theirs =
    Сколько лет родителям (с обеих сторон), которые живут вместе с тем, кто подаёт заявление?
    Напишите возраст каждого в строку, например: 64 61.
question-people-mother-theirs = Сколько лет матери того, кто подаёт заявление? Напишите числом, например: 68.
question-people-father-theirs = Сколько лет отцу того, кто подаёт заявление? Напишите числом, например: 68.
question-people-husbands_mother-theirs = Сколько лет свекрови? Напишите числом, например: 68.
question-people-husbands_father-theirs = Сколько лет свёкру? Напишите числом, например: 68.
question-people-wifes_mother-theirs = Сколько лет тёще? Напишите числом, например: 68.
question-people-wifes_father-theirs = Сколько лет тестю? Напишите числом, например: 68.
question-people-brother-theirs =
    Сколько лет братьям, которые живут вместе с тем, кто подаёт заявление?
    Если их несколько, напишите возраст каждого в строку, например: 24 16.
question-people-sister-theirs =
    Сколько лет сёстрам, которые живут вместе с тем, кто подаёт заявление?
    Если их несколько, напишите возраст каждой в строку, например: 24 16.
question-people-daughter_in_law-theirs =
    Сколько лет невестке, которая живёт вместе с тем, кто подаёт заявление?
    Если невесток несколько, напишите возраст каждой в строку, например: 25 22.
question-people-son_in_law-theirs =
    Сколько лет зятю, который живёт вместе с тем, кто подаёт заявление?
    Если зятьёв несколько, напишите возраст каждого в строку, например: 30 27.
question-people-grandmother-theirs =
    Сколько лет бабушке, которая живёт вместе с тем, кто подаёт заявление?
    Если бабушек несколько, напишите возраст каждой в строку, например: 78 74.
question-people-grandfather-theirs =
    Сколько лет дедушке, который живёт вместе с тем, кто подаёт заявление?
    Если дедушек несколько, напишите возраст каждого в строку, например: 80 76.
question-relatives-theirs = Кто ещё из родных живёт вместе с тем, кто подаёт заявление? Отметьте всех.
question-people-sibling-theirs =
    Сколько лет братьям и сёстрам, которые живут вместе с тем, кто подаёт заявление?
    Напишите возраст каждого в строку, например: 24 16.
question-people-child_in_law-theirs =
    Сколько лет невестке или зятю, которые живут вместе с тем, кто подаёт заявление?
    Напишите возраст каждого в строку, например: 25 30.
question-people-grandparent-theirs =
    Сколько лет дедушке и бабушке, которые живут вместе с тем, кто подаёт заявление?
    Напишите возраст каждого в строку, например: 78 74.
question-people-grandchild-theirs =
    Сколько лет внукам, которые живут вместе с тем, кто подаёт заявление?
    Напишите возраст каждого в строку, например: 6 2. Если нет года – 0.
    Внуков под опекой укажите не здесь, а среди детей.
question-people-other-theirs =
    Сколько лет другим родным, которые живут вместе с тем, кто подаёт заявление?
    Напишите возраст каждого в строку, например: 45 19.
question-people-student-theirs =
    Сколько лет детям 18–22 лет, которые учатся очно и живут отдельно?
    Напишите возраст каждого в строку, например: 19 21.
question-income-kinds-theirs = Какие деньги получала семья за три месяца ({ $base-months })? Отметьте все.
question-allowance-kinds-theirs =
    Какие пособия получала семья за три месяца ({ $base-months })? Отметьте все.
    Некоторые из них доходом не считаются.
question-amount-other-theirs =
    Сколько ещё денег получала семья в месяц ({ $base-months })?
    Если все три месяца одинаково, напишите за один. Например: 20 000 или 20 тыс.
question-amount-loan-theirs =
    На какую сумму семья взяла кредиты за три месяца ({ $base-months })? Ипотеку не считайте.
    Если кредитов несколько, сложите их. Например: 300 000 или 300 тыс.
question-circumstances-theirs = Есть ли в семье что-то из этого? Это влияет на расчёт.
question-work-refused-on-theirs =
    Когда кто-то в семье отказался от работы или курса, которые предложил { $office }?
    Напишите день, например: { $example }.
    Это не упрёк: нужно посчитать, с какого дня возможна помощь.
question-award-theirs =
    Какая награда у матери в семье?
    Если это «Мать-героиня» или «Материнская слава», нажмите «Алтын алқа».
question-property-theirs =
    Есть ли у семьи что-то из этого? Жильё, проданное или подаренное за последние 5 лет, тоже считается.
    Если есть, комиссия может решить, что помощь не нужна. Решает она, а не бот.
share-yes-theirs = По предварительному расчёту ваша семья может получать адресную социальную помощь (АСП): { $amount } в месяц. Это не решение. Проверить расчёт в боте можно бесплатно.
share-no-theirs = По предварительному расчёту вашей семье адресная социальная помощь (АСП) пока не положена. Это не решение. Проверить расчёт в боте можно бесплатно.
share-open-theirs = Положена ли вашей семье адресная социальная помощь (АСП), заранее точно сказать не получилось. Проверить расчёт в боте можно бесплатно.
card-yours-theirs = Проверить расчёт в боте можно бесплатно.
share-shown-theirs =
    Этот текст можно отправить этой семье:
    <blockquote>{ $told }</blockquote>
    Вместе с ним уйдёт ссылка: { $bot }
    Имена и ответы не отправляются.
button-share-theirs = Рассказать семье
button-paper-card-theirs = Картинка для семьи
large-family-theirs =
    { $amount } в месяц – пособие многодетной семье: в этой семье { $children } { $children ->
        [one] ребёнок
        [few] ребёнка
       *[many] детей
    }. Это пособие платят при любом доходе, но в расчёте помощи его считают доходом.
large-family-unknown-theirs =
    Положено и пособие многодетной семье: в этой семье { $children } { $children ->
        [one] ребёнок
        [few] ребёнка
       *[many] детей
    }. Сколько платят, бот пока не знает.
refused-keeps-allowances-theirs = Пособие многодетной семье или награждённой матери, если его платят, сохраняется.
refused-keeps-allowances-and-package-theirs = Пособие многодетной семье или награждённой матери, если его платят, сохраняется. Социальный пакет для детей тоже сохраняется.
next-steps-theirs =
    1. Нужны { $identity } и банковский счёт на имя того, кто подаёт заявление. О доходе, которого нет в государственных базах (например, об алиментах), нужна справка.
    2. Заявление подают в { $office-to } (где он, скажут по номеру 1414), в селе – акиму, или через eGov.
    3. Комиссия придёт к семье домой в течение { $visit-days } { $visit-days ->
        [one] дня
        [few] дней
       *[many] дней
    } (возможно, рабочих): дома нужен взрослый. Решение обычно принимают за { $days } { $days ->
        [one] рабочий день
        [few] рабочих дня
       *[many] рабочих дней
    }, а если заявление принял аким в селе – за { $village-days }. Всё бесплатно.
next-steps-duty-theirs =
    Если доход, состав семьи или адрес изменятся, пока платят помощь, семья должна сообщить об этом в { $office-to }, в селе – акиму. Срок – { $days } { $days ->
        [one] рабочий день
        [few] рабочих дня
       *[many] рабочих дней
    }. Иначе лишние деньги придётся вернуть.
next-steps-disagree-theirs = Это только вывод бота. Если семье он кажется неверным, она может подать заявление: это бесплатно, решает { $office }.
warning-spouse_left-theirs = Если муж или жена живёт отдельно, в расчёт этот человек может не войти. Брак виден в государственной базе, поэтому нужно подтвердить, что супруги живут отдельно: пропиской по другому адресу, свидетельством о разводе или решением суда.
result-apply-by-today-open-theirs = ⏳ Заявление нужно подать сегодня: тогда помощь могут платить уже за { $month }.
result-apply-by-today-theirs = ⏳ Заявление нужно подать сегодня, иначе можно потерять деньги за { $month }.
result-apply-by-open-theirs = ⏳ Заявление нужно подать не позже { $day-after }: тогда помощь могут платить уже за { $month }.
result-apply-by-theirs = ⏳ Заявление нужно подать не позже { $day-after }, иначе можно потерять деньги за { $month }.
button-commission-examination_refused-theirs = Комиссию не пустили
hint-child-range-theirs =
    Здесь нужен возраст только детей младше 18 лет, например: 12 7 3.
    Детей от 18 лет отметьте как «Взрослые дети».

## How its people are called

button-household-spouse-theirs = Муж или жена
button-household-spouse_apart-theirs = Муж или жена отдельно
button-household-children-theirs = Дети
button-household-grown-theirs = Взрослые дети
button-household-mother-theirs = Мать
button-household-father-theirs = Отец
button-household-husbands_mother-theirs = Свекровь
button-household-husbands_father-theirs = Свёкор
button-household-parents-theirs = Родители с обеих сторон
button-household-relatives-theirs = Другие родные
button-relatives-wifes_mother-theirs = Тёща
button-relatives-wifes_father-theirs = Тесть
button-relatives-brother-theirs = Братья
button-relatives-sister-theirs = Сёстры
button-relatives-daughter_in_law-theirs = Невестка
button-relatives-son_in_law-theirs = Зять
button-relatives-grandmother-theirs = Бабушка
button-relatives-grandfather-theirs = Дедушка
button-relatives-grandchild-theirs = Внуки
person-self-theirs = Тот, кто подаёт заявление
person-spouse-theirs = Супруг(а)
person-mother-theirs = Мать, { person-years }
person-father-theirs = Отец, { person-years }
person-husbands_mother-theirs = Свекровь, { person-years }
person-husbands_father-theirs = Свёкор, { person-years }
person-wifes_mother-theirs = Тёща, { person-years }
person-wifes_father-theirs = Тесть, { person-years }
person-brother-theirs = Брат, { person-years }
person-sister-theirs = Сестра, { person-years }
person-daughter_in_law-theirs = Невестка, { person-years }
person-son_in_law-theirs = Зять, { person-years }
person-grandmother-theirs = Бабушка, { person-years }
person-grandfather-theirs = Дедушка, { person-years }
person-other-theirs = Кто-то из родных, { person-years }

## Its answers

review-nobody-entitled-theirs =
    Всё верно?
    Регион: { $region }
    Ни у кого в семье нет ни гражданства Казахстана, ни статуса кандаса или беженца, ни документа на постоянное проживание (например, вида на жительство).
    Если у кого-то это есть, нажмите «{ button-edit-family }».
review-region-nowhere-theirs = { $region } (живут здесь, нигде не прописаны)
line-region-lived-theirs = Где живёт семья
line-spouse-apart-theirs = Где муж или жена
group-mother-theirs = Мать
group-father-theirs = Отец
group-husbands_mother-theirs = Свекровь
group-husbands_father-theirs = Свёкор
group-wifes_mother-theirs = Тёща
group-wifes_father-theirs = Тесть
group-brother-theirs = Братья
group-sister-theirs = Сёстры
group-daughter_in_law-theirs = Невестка
group-son_in_law-theirs = Зять
group-grandmother-theirs = Бабушка
group-grandfather-theirs = Дедушка
family-theirs =
    В этой семье { $members } { $members ->
        [one] человек
        [few] человека
       *[many] человек
    }. Выберите кого-то из списка или добавьте ещё.
button-add-spouse-theirs = Муж или жена
button-add-mother-theirs = Мать
button-add-father-theirs = Отец
button-add-husbands_mother-theirs = Свекровь
button-add-husbands_father-theirs = Свёкор
button-add-wifes_mother-theirs = Тёща
button-add-wifes_father-theirs = Тесть
button-add-brother-theirs = Брат
button-add-sister-theirs = Сестра
button-add-daughter_in_law-theirs = Невестка
button-add-son_in_law-theirs = Зять
button-add-grandmother-theirs = Бабушка
button-add-grandfather-theirs = Дедушка

## Its result

result-other-help-theirs = Этой семье по расчёту положено других выплат на { $amount } в месяц: нажмите «{ button-other-help }».
help-fact-business-idea-theirs = Кто-то в семье хочет открыть своё дело?
refused-measures_refused-theirs =
    До { $until-to } помощь не назначат никому в семье: кто-то отказался от предложенной работы или курса ({ $source }).
    Если есть уважительная причина (уход за ребёнком, болезнь, очная учёба), семье нужно сообщить о ней в { $office-to }.
result-undecided-measures_refused-theirs =
    Неизвестен день отказа от работы или курса. Если с тех пор не прошло { $months } { $months ->
        [one] месяца
        [few] месяцев
       *[many] месяцев
    }, помощь не назначат никому в семье.
doubt-relatives-theirs = входят ли в эту семью родные, которые живут вместе с ней
if-relatives-counted-theirs = если родные, которые живут вместе с этой семьёй, входят в неё
no-need-cars-theirs = • вторая легковая машина на ходу. Не мешает многодетным и семьям, где есть ребёнок с инвалидностью или человек I–II группы.
package-nobody-theirs = В семье нет детей младше { $until } лет, а социальный пакет положен детям.
package-without-assistance-theirs = Медицинская помощь положена детям и без адресной помощи.
warning-some_not_entitled-theirs = Помощь в семье могут получать не все. На кого её посчитают, скажут, когда семья будет подавать заявление.
warning-relatives_counted-theirs = Родные, которые живут вместе с этой семьёй, и взрослые дети входят в расчёт вместе со своим доходом. Указать нужно всех.
warning-not_registered_here-theirs = Кто-то в семье здесь не прописан. Из-за этого помощь могут не назначить: сначала нужна прописка (можно временная).
warning-large_family_allowance_not_listed-theirs = Среди доходов нет пособия многодетной семье, а оно положено. Если семья его получает, добавьте это пособие и посчитайте снова.
warning-pension_age_unverified-theirs = Кто-то в семье близок к пенсионному возрасту. Сам этот возраст с официальным текстом не сверен.
warning-no_child_under_3-theirs = Отмечен уход за ребёнком до 3 лет, но такого ребёнка в семье нет. Проверьте ответ.
warning-exempt_member_refused_measures-theirs = Отмечен отказ от работы или курса, но участвовать в них в семье никто не обязан. Поэтому в расчёте этот отказ не мешает.
warning-grown_child_not_counted-theirs = Взрослый ребёнок в расчёт не вошёл: после 18 лет входят только те, кто учится очно и кому меньше 23 лет. Если он живёт в этой семье, комиссия может решить иначе.

## Why

why-income-theirs = 1. За три месяца ({ $base-months }) семья получила { $income }.
why-income-at-least-theirs = 1. За три месяца ({ $base-months }) семья получила не меньше { $income }, остальное неизвестно.
why-income-unknown-theirs = 1. Сколько дохода семья получила за три месяца ({ $base-months }), неизвестно.
why-income-none-theirs = 1. За три месяца ({ $base-months }) дохода, который входит в расчёт, у семьи не было.
why-measures_refused-theirs = Кто-то в семье отказался от предложенной работы или курса. Поэтому до { $until-to } помощь не назначат никому в семье.
why-measures_refused_without_day-theirs =
    Кто-то в семье отказался от предложенной работы или курса, но день неизвестен. Если с тех пор не прошло { $months } { $months ->
        [one] месяца
        [few] месяцев
       *[many] месяцев
    }, помощь не назначат никому в семье.
why-nobody_entitled-theirs = Судя по ответам, в этой семье нет граждан Казахстана, кандасов, беженцев и тех, у кого есть документ на постоянное проживание здесь, например вид на жительство.
why-bases_of_no_need-theirs = У семьи есть: { $holdings }. На этом основании комиссия может решить, что помощь не нужна.
why-unconditional-nobody-theirs = В семье нет тех, кто может работать. Поэтому помощь дают без условий: социальный контракт не нужен.
why-unconditional-theirs = В семье может работать только один человек ({ $names }), но он ухаживает за близким. Поэтому помощь дают без условий: социальный контракт не нужен.
why-unconditional-ill-theirs = В семье может работать только один человек ({ $names }), но он болеет дольше 2 месяцев. Поэтому помощь дают без условий: социальный контракт не нужен.
social-contract-theirs = Кто в семье может работать: { $names }. Поэтому заключают социальный контракт: { $office } предлагает работу или курс, в этом нужно участвовать.
social-contract-nobody-theirs = Кто в семье может работать: { $names }. Поэтому заключают социальный контракт, но выходить на работу и идти на курс не обязательно.

## What would change it

doors-none-theirs = В ваших ответах нет ничего, что изменит этот результат. Что будет, если в семье что-то изменится, покажет кнопка «{ button-what-if }».

## Other help

help-total-theirs = Доход семьи – примерно { $without-help } в месяц, с этой помощью – { $with-help }.
help-lasts-large-family-theirs = Платят, пока семья остаётся многодетной.
help-while-paid-theirs =
    Пока платят, семья должна сообщать об изменениях в центр обслуживания населения (ЦОН). Срок – { $days } { $days ->
        [one] рабочий день
        [few] рабочих дня
       *[many] рабочих дней
    }. Если деньги со счёта не тратить { $months } { $months ->
        [one] месяц
        [few] месяца
       *[many] месяцев
    }, выплату приостановят.
help-fact-who-receives-theirs = Кто в семье это получает?
help-fact-for-whom-received-theirs = На кого в семье это сейчас получают?
help-fact-parent-or-guardian-theirs = Есть ли в семье родитель или опекун ребёнка?
help-fact-only-dwelling-now-theirs = У семьи сейчас только одно жильё?
help-fact-housing-costs-above-share-theirs = Много ли уходит на коммунальные платежи, если сравнить с доходом?
help-fact-willing-to-move-theirs = Может ли семья переехать ради работы?

## What if

what-if-more-theirs = Денег у семьи станет больше на { $amount } в месяц.
what-if-less-theirs = Денег у семьи станет меньше на { $amount } в месяц.
what-if-even-theirs = Денег у семьи останется столько же.
what-if-title-joins-theirs = <b>Если в эту семью переедет взрослый родственник с доходом { $wage } в месяц</b>
what-if-money-theirs = Какой доход в месяц у взрослого родственника, который переедет в эту семью? Например: 150 000 или 150 тыс. Если дохода нет – 0.
button-what-if-joins-theirs = Кто-то переедет к ним
