-- Values by region and day have the same columns everywhere: what they rest on is a note.

alter table money_settings rename column basis to note;
