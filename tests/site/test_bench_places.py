"""The made-up country of the benchmark is one that the calculator answers for, whatever its size."""

import json
import subprocess
import sys

import pytest

from scripts.bench import places
from scripts.pages import ROOT


@pytest.mark.parametrize("size", [50, 400])
def test_a_country_has_as_many_places_as_were_asked_for_and_each_city_has_its_file(size: int):
    tables, cities = places.country(size)
    register = json.loads(tables["data/places.json"])
    assert len(register) == size
    assert len(set(cities)) == len(cities) == size - 31
    assert all(f"data/places/{code}-{register[code]['slug']}.json" in tables for code in cities)
    assert all(f"{code[:2]}0000" in register for code in cities)


def test_what_is_measured_is_an_answer():
    tables, cities = places.country(50)
    found = {}
    for memory in (False, True):
        request = json.dumps({"tables": tables, "places": cities[:9], "memory": memory})
        command = [sys.executable, "-c", places.START]
        done = subprocess.run(command, input=request, cwd=ROOT, capture_output=True, text=True, check=True)
        found |= json.loads(done.stdout)
    assert found.keys() == places.UNITS.keys()
    assert all(amount >= 0 for amount in found.values())
    assert found["first"] > 0


def test_each_size_is_told_as_a_ratio_to_the_smallest():
    found = {size: dict.fromkeys(places.UNITS, 10.0 * size) for size in places.SIZES}
    lines = places.told("here", found).splitlines()
    assert lines[0].split() == ["here", "50", "100", "200", "400"]
    assert all(line.split()[-3:] == ["2.00", "4.00", "8.00"] for line in lines[1:])
