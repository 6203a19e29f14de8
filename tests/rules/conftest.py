"""Small layers of values: a city, its province, a neighbour and the nation."""

import pytest

from tests.small_tables import value_file

CITY, PROVINCE, OTHER_CITY = "440300", "440000", "440100"
FILES = {
    "city": "data/places/440300-shenzhen",
    "province": "data/places/440000-guangdong",
    "other_city": "data/places/440100-guangzhou",
    "nation": "data/national/rates",
}


@pytest.fixture
def given(use_tables):
    """given(city=[…], province=[…], nation=[…]): the entries of each layer; a layer not named has none."""

    def put(**layers):
        assert layers.keys() <= FILES.keys()
        use_tables({file: value_file(layers.get(layer, [])) for layer, file in FILES.items()})

    return put
