"""The pages of the places: one for each province and city, the list of them, and what we know of each.

All of it is made from the values, through `calc`, with the words of docs/components/places.toml.
"""
