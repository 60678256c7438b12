"""The chapters, in the order of the report; the limits are measured first, for the others to be held against."""
from . import certificate, fleet, http, kiosk, limit, rules, store

ALL = [limit, kiosk, certificate, rules, store, http, fleet]
