"""The view-models: what each card shows, as frozen data. Decisions are made here, templates only lay out."""
