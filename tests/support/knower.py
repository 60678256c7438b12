"""The kiosk's side of an enrolment, from RFC 5802 and shared/enrolment/proof.h alone."""
import hashlib
import hmac


class Knower:
    """Who knows the code of a kiosk."""

    def __init__(self, code, kiosk):
        salted = hashlib.pbkdf2_hmac("sha256", code.replace("-", "").encode(), f"ce-kiosk enrolment/1 {kiosk}".encode(), 200_000)
        self.client, self.server = (self.mac(salted, word.encode()) for word in ("Client Key", "Server Key"))

    @staticmethod
    def mac(key, text):
        return hmac.new(key, text, "sha256").digest()

    def prove(self, text):
        mask = self.mac(hashlib.sha256(self.client).digest(), b"kiosk\n" + text.encode())
        return bytes(a ^ b for a, b in zip(self.client, mask)).hex()

    def expect(self, text):
        return self.mac(self.server, b"central\n" + text.encode()).hex()
