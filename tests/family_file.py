"""A family as a file of `komek assess`: with every key of the format, and with no more than is needed."""

# Every key of the format; the family counts three people and is paid 10 350 tenge for its children.
FAMILY = """
applied_on = 2023-05-10
region = "KZ-79"
[[members]]
label = "mother"
relationship = "applicant"
born_on = 1988-04-02
sex = "female"
activity = "carer"
cares_for = "child_under_3"
disability = "none"
long_illness = false
absence = "none"
registered_here = true
[[members.incomes]]
kind = "wage"
monthly = 60_000
[[members.incomes]]
kind = "sale"
total = 60_000
[[members.incomes]]
kind = "gift"
months = { "2023-01" = 20_000, "2023-03" = 10_000 }
[[members]]
relationship = "child"
age = 2
[[members]]
label = "son"
relationship = "child"
born_on = 2018-02-01
[history]
refused_measures_on = 2022-01-15
contract_broken_on = 2022-02-01
commission = "unknown"
false_data = false
awarded_mother = "none"
"""

# Nothing but what is needed.
ALONE = """
applied_on = 2023-05-10
region = "KZ-79"
[[members]]
relationship = "applicant"
age = 35
"""
