"""The bodies of social insurance on pages: pictures, tables and facts made from calc/data/bodies.toml."""
