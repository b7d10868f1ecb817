### A new quarter: what was told in the one before is gone through again, then comes the new result beside the last one.

## All at once

renewal-begun = Жаңа тоқсан басталды. Бұрынғы жауаптарыңыз:
renewal-all-so =
    Бәрі әлі солай ма? Бірдеңе өзгерсе (біреудің жасы, жұмысы) не бала туса, «{ button-renewal-each }» түймесін басыңыз.
    Табыс туралы бот бөлек сұрайды.
button-renewal-all = Иә, бәрі солай
button-renewal-each = Бір-бірлеп қарау

## Line by line
# $step and $steps are whole numbers

renewal-step = Қадам: { $step } / { $steps }
renewal-still-so = Әлі солай ма?
# $circumstances: what the question about them names
renewal-circumstances = Ерекше жағдайға мыналар жатады: { $circumstances }.
renewal-children-so = Жастары әлі осындай ма? Өткен жолдан бері бала туған не біреуінің туған күні өткен болса, «{ button-renewal-no }» түймесін басыңыз.
renewal-ages-so = Әлі солай ма? Өткен жолдан бері жас өзгерсе (туған күн өтсе), «{ button-renewal-no }» түймесін басыңыз.
button-renewal-yes = Иә, солай
button-renewal-no = Өзгерді
renewal-which = Қайсысы өзгерді? Нөмірін басыңыз.
# a sum, or a sum with its period
button-as-before = Бұрынғыдай: { $amount }

## Birthdays since then

note-turned-18 = 18-ге толған бала болса, оның да жасын жазыңыз: бот оны ересек балалардың қатарына қосады.
note-turned-23 = 23-ке толған студент болса, оның да жасын жазыңыз: бөлек тұратын студент 23 жастан бастап есепке кірмейді.
noted-turned-18 = 18-ге толған бала енді ересек балалардың қатарында.
noted-turned-23 = 23-ке толған студент енді есепке кірмейді.

## The new result, and the day from which it can be worked out
# $before and $now are one of compared-…

result-compared = Алдыңғы тоқсанның нәтижесі: { $before }. Енді: { $now }.
result-compared-same = Алдыңғы тоқсанның нәтижесі де осындай: { $before }.
result-compared-earlier = { $quarter } бойынша нәтиже: { $before }. Енді: { $now }.
compared-eligible = айына { $amount }
compared-due = көмек тиесілі
compared-refused = көмек тиесілі емес
compared-open = нақты жауап жоқ
renewal-not-yet =
    Жаңа тоқсан { $date } басталады. Содан кейін бот жаңа айлардың табысы туралы сұрап, қайта есептейді.
    Әзірге жауаптарыңызды қарап, түзете аласыз.
