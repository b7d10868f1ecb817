"""What calendar and clock make due: reminders of visits, offers and renewals, and the deletion of what is old."""
