### What protects a family from swindlers and from strange eyes: its own word, checking a message, a shared phone.

## The word that only a person and the bot know
# $word is what they chose; the sign at the beginning is in both languages the same, and nowhere else

notice-word = ◆ Ваше слово: «{ $word }»
command-word = Слово, по которому вы узнаёте бота
button-word = Ваше слово
# $fewest and $most are numbers of letters
word-ask =
    <b>Ваше слово</b>
    Его знаете только вы и бот. Оно будет стоять в конце каждого сообщения о комиссии, решении или предложении работы: так сразу видно, что пишет бот.
    Напишите слово, которое не забудете, например название птицы или дерева. Только буквы, от { $fewest } до { $most }.
word-not-taken = Это слово не подойдёт. Напишите в одну строку, только буквами: от { $fewest } до { $most }.
word-secret = Это похоже на ИИН, номер карты или код из SMS, поэтому не сохранено. Никому их не пишите. Здесь хватит обычного слова.
word-kept =
    ✅ Ваше слово сохранено: «{ $word }».
    Если сообщение о комиссии, решении или предложении придёт без него, его отправил не бот. Бот никогда не спрашивает это слово, поэтому никому его не говорите.
word-shown = Ваше слово: «{ $word }». Оно стоит в конце каждого сообщения о комиссии, решении или предложении работы.
button-word-change = Изменить слово
button-word-remove = Удалить слово
word-removed = Ваше слово удалено. Теперь сообщения приходят без него.
