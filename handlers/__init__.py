"""The conversation: aiogram routers, thin. `bot/app.py` is their only importer."""
