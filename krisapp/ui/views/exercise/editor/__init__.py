"""Writing scenarios (scenarioredigeraren): their beginning, their injects in order, and what each waits for."""
