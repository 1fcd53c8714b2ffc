from careerpath.catalog.file_names import FILE_NAMES, OPTIONAL
from careerpath.catalog.files import FILES


def test_every_file_has_a_type() -> None:
    assert tuple(FILES) == FILE_NAMES
    assert set(FILE_NAMES) >= OPTIONAL
