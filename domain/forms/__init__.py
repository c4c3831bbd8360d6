"""Forms: what people are asked to fill in, declared once, with one row for each who fills it in and a result that is a fold."""
