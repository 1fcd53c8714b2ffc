from support.homes import answers_file, careerpath, prepared, stored

__all__ = ["answers_file", "careerpath", "prepared", "stored"]
