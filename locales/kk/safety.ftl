### What protects a family from swindlers and from strange eyes: its own word, checking a message, a shared phone.

## The word that only a person and the bot know
# $word is what they chose; the sign at the beginning is in both languages the same, and nowhere else

notice-word = ◆ Белгі сөзіңіз: «{ $word }»
command-word = Бот хабарын танытатын белгі сөз
button-word = Белгі сөз
# $fewest and $most are numbers of letters
word-ask =
    <b>Белгі сөз</b>
    Оны тек Сіз бен бот біледі. Комиссия, шешім, жұмыс ұсынысы туралы әр хабардың соңында осы сөз тұрады. Сонда хабардың боттан келгенін бірден танисыз.
    Өзіңіз ұмытпайтын бір сөз жазыңыз, мысалы, құстың не ағаштың атын. Тек әріппен, { $fewest }–{ $most } әріп.
word-not-taken = Бұл сөз болмайды. Бір жолға, тек әріппен жазыңыз: { $fewest }–{ $most } әріп.
word-secret = Бұл ЖСН-ге, карта нөміріне немесе SMS-кодқа ұқсайды, сондықтан сақталған жоқ. Оларды ешкімге жазбаңыз. Белгі сөзге жай ғана бір сөз жетеді.
word-kept =
    ✅ Белгі сөзіңіз сақталды: «{ $word }».
    Комиссия, шешім немесе ұсыныс туралы хабар осы сөзсіз келсе, оны бот жіберген жоқ. Бот бұл сөзді ешқашан сұрамайды, сондықтан оны ешкімге айтпаңыз.
word-shown = Белгі сөзіңіз: «{ $word }». Ол комиссия, шешім, жұмыс ұсынысы туралы әр хабардың соңында тұрады.
button-word-change = Сөзді ауыстыру
button-word-remove = Сөзді өшіру
word-removed = Белгі сөзіңіз өшірілді. Хабарлар енді онсыз келеді.
