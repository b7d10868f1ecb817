### The page to take along, the picture beside «Почему так?», and the picture for relatives.
### Sums ($amount, $income, $line …) come ready, in whole tenge, as one sum or as a range.

button-paper = Взять с собой листок
button-paper-both = Листок на двух языках
button-paper-card = Картинка для родных
button-share = Рассказать родным

## What is sent on to relatives: who sends it speaks
# $told is one of the messages below, $bot the link to the bot; $amount a month, $quarter a quarter

share-shown =
    Этот текст можно отправить родным:
    <blockquote>{ $told }</blockquote>
    Вместе с ним уйдёт ссылка: { $bot }
    Имена и ваши ответы не отправляются.
button-share-result = Отправить этот текст
button-share-link = Отправить только ссылку
share-yes = По предварительному расчёту моя семья может получать адресную социальную помощь (АСП): { $amount } в месяц. Это не решение. А вашей семье она положена? Бот посчитает бесплатно.
share-no = { share-about-bot }
share-open = Положена ли моей семье адресная социальная помощь (АСП), заранее точно сказать не получилось. А вашей семье она положена? Бот посчитает бесплатно.
share-about-bot = Положена ли вашей семье адресная социальная помощь (АСП) и сколько? Бот посчитает бесплатно.

## What stands below a file

paper-sent = Распечатайте листок или покажите с телефона. В нём расчёт, список документов и как подать заявление. Номер результата можно скопировать кнопкой внизу.
paper-sent-both = Этот листок на двух языках: половина на казахском, половина на русском.
# $bot is a link to the bot
card-sent = На картинке только итог расчёта (если помощь положена, то и сумма), имён и ответов нет. Её можно переслать. Бот: { $bot }
# it could not be made
paper-failed = Листок сделать не получилось. Попробуйте чуть позже.

## The head of the page
# $number is the number of the result, $date a day

paper-title = Адресная социальная помощь: предварительный расчёт
paper-place = { $region }, { $quarter }
paper-made = День расчёта: { $date }
paper-number = Номер результата: { $number }
paper-scan = Наведите камеру на QR-код: бот откроет этот результат.

## Headings

paper-family =
    Семья: в расчёте { $members } { $members ->
        [one] человек
        [few] человека
       *[many] человек
    }
paper-income = Доход: { $base-months }
paper-calculation = Расчёт
paper-until = До какого дня подать заявление
paper-doors = Что можно сделать
paper-papers = Какие документы взять
paper-where = Где подать заявление
paper-children = Социальный пакет для детей
paper-beside = Вместе с помощью

## Rows of figures
# $months is a whole number

paper-row-income = Доход за три месяца
paper-row-per-person = Доход на человека в месяц
paper-row-line = Предел на человека в месяц
paper-row-line-estimate = Примерный предел на человека в месяц
paper-row-difference = Разница между пределом и доходом
paper-row-above = Насколько доход выше предела
paper-row-assistance =
    Помощь: разница × { $members } { $members ->
        [one] человек
        [few] человека
       *[many] человек
    }
paper-row-assistance-open = Помощь: зависит от решения комиссии
paper-row-supplement = Доплата на детей
paper-row-month = Всего в месяц
paper-row-likely = Вероятнее всего (предел – { $line })
paper-row-total =
    Всего за { $months } { $months ->
        [one] месяц
        [few] месяца
       *[many] месяцев
    }
paper-no-income = Дохода, который входит в расчёт, нет
paper-at-least = не меньше { $amount }
paper-unknown = сумма неизвестна
paper-rounded = Расчёт сделан с тиынами, здесь суммы округлены до тенге.

## Until when
# $day-after is the last working day after «не позже», $month a month alone, $loss what one month brings

paper-until-month = Подайте заявление не позже { $day-after }: тогда могут заплатить и за { $month }. Если опоздать, за этот месяц не заплатят { $loss }.
paper-until-month-open = Подайте заявление не позже { $day-after }: если помощь положена, заплатят и за { $month }.
paper-until-quarter = Расчёт годится только на { $quarter }: последний рабочий день квартала – { $date }.

## Papers: only what is named in rulebook.md («Application»), and beside the grounds of refusal

paper-bring-identity = удостоверение личности
paper-bring-account = номер банковского счёта на ваше имя
paper-bring-alimony = справка об алиментах
paper-bring-income = справка о другом доходе, если его нет в государственных базах
paper-bring-spouse = документ о том, что муж или жена живёт отдельно: прописка по другому адресу, свидетельство о разводе или решение суда
paper-bring-registration = документ о прописке (можно временной)
paper-bring-contract = документ о том, что контракт прекращён по другой причине
paper-bring-correct = правильный документ вместо того, где была ошибка
paper-bring-conclusion = акт и заключение комиссии (попросите их)
paper-bring-status = документ о гражданстве, статусе кандаса или беженца либо вид на жительство
paper-papers-source = Остальное возьмут из государственных баз. Этот список с официальным текстом не сверен: что ещё нужно, спросите по номеру 1414.

## Where
# $office-to is where one applies, $visit-days, $days and $village-days are whole numbers

paper-where-to = Заявление подают там, где вы прописаны: в { $office-to }, в селе – акиму, или через eGov. Адрес можно узнать по номеру 1414.
paper-where-then =
    Комиссия придёт в течение { $visit-days } { $visit-days ->
        [one] дня
        [few] дней
       *[many] дней
    }. Решение обычно принимают за { $days } { $days ->
        [one] рабочий день
        [few] рабочих дня
       *[many] рабочих дней
    }, в селе – за { $village-days } { $village-days ->
        [one] рабочий день
        [few] рабочих дня
       *[many] рабочих дней
    }. Всё бесплатно.

## Children
# $children are labels, $items what they get

paper-package = { $children }: { $items }.

## The law
# $act is an act, $articles numbers of articles, $date a day

paper-sources = Основание: { $sources }.

## The picture beside «Почему так?»; the same in words is in explanations.ftl

picture-yes = { $amount } в месяц
picture-no = Доход выше предела на { $difference }
picture-no-at-least = Доход выше предела не меньше чем на { $difference }
picture-equal = Доход равен пределу
picture-refused = Помощь не назначат
picture-open = Точно сказать нельзя
picture-people =
    { $members ->
        [one] В расчёте { $members } человек
        [few] В расчёте { $members } человека
       *[many] В расчёте { $members } человек
    }
picture-income = Доход на человека в месяц
picture-line = Предел
picture-line-estimate = Предел (примерный)
picture-difference = Разница: { $difference }
picture-sum =
    { $difference } × { $members } { $members ->
        [one] человек
        [few] человека
       *[many] человек
    } = { $amount }
picture-sum-rounded =
    { $difference } × { $members } { $members ->
        [one] человек
        [few] человека
       *[many] человек
    } ≈ { $amount }
picture-supplement = Доплата на детей: { $supplement }
picture-estimate = Это предварительный расчёт, а не решение.

## The picture for relatives
# $amount is what is paid a month, $period months with their year

card-question = Положена ли адресная социальная помощь?
card-yes = Да, { $amount } в месяц
card-no = В этом квартале не положена
card-open = Точно сказать нельзя, но заявление подать можно
card-period = { $period }, всего { $total }
card-yours = А вашей семье она положена? Бот посчитает бесплатно.
card-scan = Наведите камеру на код
