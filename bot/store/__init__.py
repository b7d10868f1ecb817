"""What is kept, one module per table group: a .sql file of named queries and the functions that run them.

Every function takes first the connection that `Database.reading`, `statement` or `transaction` gave.
"""
