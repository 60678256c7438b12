"""Where a value lies between two edges, in percent of a plot's width."""
import math


class Scale:
    """Linear from 0, or logarithmic where the values lie more than sixty times apart (or `logarithmic` is asked for)."""

    def __init__(self, values, left=0.0, right=100.0, logarithmic=None, decades=0.0):
        values = [value for value in values if value is not None]
        least, most = min((value for value in values if value > 0), default=1.0), max([*values, 1e-9])
        self.logarithmic = most / least > 60 if logarithmic is None else logarithmic
        self.left, self.right = left, right
        if not self.logarithmic:
            self.low, self.high = 0.0, most * 1.04
            return
        low, high = math.log10(least), math.log10(max(most, least))
        room = max(0.08 * (high - low), 0.08, (decades - (high - low)) / 2)
        self.low, self.high = low - room, high + room

    def at(self, value):
        if self.logarithmic:
            value = math.log10(max(value, 10 ** self.low))
        part = (value - self.low) / (self.high - self.low)
        return self.left + (self.right - self.left) * min(1.0, max(0.0, part))

    def ticks(self):
        """Round values, five at most."""
        if self.logarithmic:
            decades = [10.0 ** power for power in range(math.ceil(self.low), math.floor(self.high) + 1)]
            if len(decades) < 2:
                return [value for value in self.between() if self.low <= math.log10(value) <= self.high][:5]
            return decades[::-(-len(decades) // 5)]
        step = 10.0 ** math.floor(math.log10(self.high / 2))
        step *= next(factor for factor in (1, 2, 2.5, 5, 10) if self.high / (step * factor) <= 4.999)
        return [step * count for count in range(int(self.high / step) + 1)]

    def between(self):
        """1, 2 and 5 of the decades around."""
        return [digit * 10.0 ** power for power in range(math.floor(self.low), math.ceil(self.high) + 1) for digit in (1, 2, 5)]
