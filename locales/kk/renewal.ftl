### A new quarter: what was told in the one before is gone through again, then comes the new result beside the last one.

## All at once

renewal-begun = Жаңа тоқсан басталды. Бұрынғы жауаптар:
renewal-all-so =
    Бәрі әлі солай ма? Жасы өзгерген адам не жаңа туған бала болса, бір-бірлеп қараңыз.
    Ақшаны бот бөлек сұрайды.
button-renewal-all = Иә, бәрі солай
button-renewal-each = Бір-бірлеп қарау

## Line by line
# $step and $steps are whole numbers

renewal-step = Қадам: { $step } / { $steps }
renewal-still-so = Әлі солай ма?
# $circumstances: what the question about them names
renewal-circumstances = Бұған мыналар кіреді: { $circumstances }.
renewal-children-so = Жасы әлі осындай ма? Содан бері бала туса не біреудің туған күні өтсе, «{ button-renewal-no }» түймесін басыңыз.
renewal-ages-so = Жасы әлі осындай ма? Содан бері туған күні өтсе, «{ button-renewal-no }» түймесін басыңыз.
button-renewal-yes = Иә, солай
button-renewal-no = Өзгерді
renewal-which = Қайсысы өзгерді? Нөмірін басыңыз.
# a sum, or a sum with its period
button-as-before = Бұрынғыдай: { $amount }

## Birthdays since then

note-turned-18 = 18-ге толған бала болса, оның да жасын жазыңыз: бот оны ересек балаларға көшіреді.
note-turned-23 = 23-ке толған студент болса, оның да жасын жазыңыз: бөлек тұратын студент 23 жастан бастап есепке кірмейді.
noted-turned-18 = 18-ге толған бала енді ересек балалардың қатарында.
noted-turned-23 = 23-ке толған студент енді есепке кірмейді.

## The new result, and the day from which it can be worked out
# $before and $now are one of compared-…

result-compared = Өткен тоқсандағы есеп: { $before }. Енді: { $now }.
result-compared-same = Өткен тоқсандағы есеп те осындай: { $before }.
result-compared-earlier = { $quarter } бойынша есеп: { $before }. Енді: { $now }.
compared-eligible = айына { $amount }
compared-due = көмек тиесілі
compared-refused = көмек тиесілі емес
compared-open = нақты жауап жоқ
renewal-not-yet =
    Жаңа тоқсан { $date } басталады. Содан кейін бот жаңа айлардың табысын сұрап, қайта есептейді.
    Әзірге жауаптарыңызды қарап, түзете аласыз.
