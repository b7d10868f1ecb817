"""What can go wrong in the law and in what it is told, as a tree. Whoever catches the root catches all of it.

RulesError
├── LawError                    a file under law/ cannot be relied on (sources.py)
│   └── UncoveredError          no value of the law covers the day (parameters.py)
├── UnknownWordError            a word is none of those that the law knows (household.py)
├── UnknownRegionError          there is no such region, or not on that day (assessment.py)
├── NobodyCountsError           nobody of the family counts (assessment.py)
├── BillNotPossibleError        a job offer's bill lacks answers (offer_bill.py)
├── DamagedHouseholdError       a document is no family (household_record.py)
├── DamagedInputsError          what was frozen with a result cannot be read (replay.py)
├── FieldError                  a field of a family's file is wrong (household_file.py)
├── NotUnderstoodError          what was typed is no such answer (interview/answers.py)
├── MayBeTwoError               one number may mean two people (interview/typed_ages.py)
└── MayBeMonthsError            a number may be years or months (interview/typed_ages.py)
"""


class RulesError(ValueError):
    """The root of what the law raises on purpose; the message is one line."""
