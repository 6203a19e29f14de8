"""What a value file must keep to. Used where TOML is read, never in the page; calc.checks is the door."""
