"""The tab Bemanning: who works, the shifts ahead, handing over and changing shift."""
