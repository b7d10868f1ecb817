### Days, months and quarters. The code chooses the form, these files hold the words.

## Months
# The value stands alone: «2025 жылғы қазан».
# .in-date stands in a date: «15 қаңтар».
# .to stands before «дейін», after «до»: «15 қаңтарға дейін».
# .from stands before «бастап», after «с»: «1 шілдеден бастап».

calendar-month-1 = қаңтар
    .in-date = қаңтар
    .to = қаңтарға
    .from = қаңтардан
calendar-month-2 = ақпан
    .in-date = ақпан
    .to = ақпанға
    .from = ақпаннан
calendar-month-3 = наурыз
    .in-date = наурыз
    .to = наурызға
    .from = наурыздан
calendar-month-4 = сәуір
    .in-date = сәуір
    .to = сәуірге
    .from = сәуірден
calendar-month-5 = мамыр
    .in-date = мамыр
    .to = мамырға
    .from = мамырдан
calendar-month-6 = маусым
    .in-date = маусым
    .to = маусымға
    .from = маусымнан
calendar-month-7 = шілде
    .in-date = шілде
    .to = шілдеге
    .from = шілдеден
calendar-month-8 = тамыз
    .in-date = тамыз
    .to = тамызға
    .from = тамыздан
calendar-month-9 = қыркүйек
    .in-date = қыркүйек
    .to = қыркүйекке
    .from = қыркүйектен
calendar-month-10 = қазан
    .in-date = қазан
    .to = қазанға
    .from = қазаннан
calendar-month-11 = қараша
    .in-date = қараша
    .to = қарашаға
    .from = қарашадан
calendar-month-12 = желтоқсан
    .in-date = желтоқсан
    .to = желтоқсанға
    .from = желтоқсаннан

## Days
# $day 15, $month in the form of its place, $year 2026

calendar-day = { $day } { $month }
calendar-day-and-year = { $year } жылғы { $day } { $month }

# $day with or without its year, $time 18:00
calendar-instant = { $day }, { $time }

# $days is a whole number
calendar-days = { $days } күн

## Months of a year, periods, quarters
# $months is one name, a list of names, or first–last; $year 2026

calendar-months = { $year } жылғы { $months }

# $first and $last are months with their years
calendar-period = { $first } – { $last }

# $quarter is I, II, III or IV
calendar-quarter = { $year } жылғы { $quarter } тоқсан
# a year that stands alone
calendar-year = { $year } жыл
