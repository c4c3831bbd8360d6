"""How words for companies must read: plain Dutch (B1), no pressure, no promise that is not kept yet, and who sends them."""
