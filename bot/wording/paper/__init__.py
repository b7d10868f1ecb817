"""What a family takes along or sends on: one page, the picture beside "Why?", and the picture for relatives.

Each is drawn by Typst from a template beside this file, and from the same frozen record as the texts of the chat.
"""
