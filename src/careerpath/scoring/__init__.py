"""The score: one table of points by role, item and answer, and everything that follows from its being a sum.

All points are whole hundredths of a point. So a score is exactly the sum of its explained parts, one person and a
million get the same figures, and no order of adding can change them.
"""
