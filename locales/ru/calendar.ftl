### Days, months and quarters. The code chooses the form, these files hold the words.

## Months
# The value stands alone: «октябрь 2025 года».
# .in-date stands in a date: «15 января».
# .to stands before «дейін», after «до»: «до 15 января».
# .from stands in «с 1 июля» and, in Kazakh, before «бастап»; «с» or «со» comes with the day.

calendar-month-1 = январь
    .in-date = января
    .to = января
    .from = января
calendar-month-2 = февраль
    .in-date = февраля
    .to = февраля
    .from = февраля
calendar-month-3 = март
    .in-date = марта
    .to = марта
    .from = марта
calendar-month-4 = апрель
    .in-date = апреля
    .to = апреля
    .from = апреля
calendar-month-5 = май
    .in-date = мая
    .to = мая
    .from = мая
calendar-month-6 = июнь
    .in-date = июня
    .to = июня
    .from = июня
calendar-month-7 = июль
    .in-date = июля
    .to = июля
    .from = июля
calendar-month-8 = август
    .in-date = августа
    .to = августа
    .from = августа
calendar-month-9 = сентябрь
    .in-date = сентября
    .to = сентября
    .from = сентября
calendar-month-10 = октябрь
    .in-date = октября
    .to = октября
    .from = октября
calendar-month-11 = ноябрь
    .in-date = ноября
    .to = ноября
    .from = ноября
calendar-month-12 = декабрь
    .in-date = декабря
    .to = декабря
    .from = декабря

## Days
# $day 15, $month in the form of its place, $year 2026

calendar-day = { $day } { $month }
calendar-day-and-year = { $day } { $month } { $year } года

# $day with or without its year, $time 18:00
calendar-instant = { $time } { $day }

# $days is a whole number
calendar-days =
    { $days } { $days ->
        [one] день
        [few] дня
       *[many] дней
    }

## Months of a year, periods, quarters
# $months is one name, a list of names, or first–last; $year 2026

calendar-months = { $months } { $year } года

# $first and $last are months with their years
calendar-period = { $first } – { $last }

# $quarter is I, II, III or IV
calendar-quarter = { $quarter } квартал { $year } года
# a year that stands alone
calendar-year = { $year } год
