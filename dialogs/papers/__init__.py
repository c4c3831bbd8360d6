"""The conversation about papers: may it be saved, it is saved, or rather a link."""
