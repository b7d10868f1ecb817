"""What programs that are started from a prepared process find loaded: the libraries, and the sentences of the bot."""

import gc

gc.disable()  # all of it stays: to look through it again and again was a tenth of the time

import bot.app  # noqa: E402, F401, once nothing is looked through
from bot.texts import Language, texts  # noqa: E402, as above

for language in Language:
    texts(language)
gc.freeze()
gc.enable()
