"""What is printed or sent as a file, made from the same frozen view-models as the cards."""
