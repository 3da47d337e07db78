"""Sealed values: only the right key opens them, and a changed one never opens."""

import stat
from pathlib import Path

import pytest

import duly_verify
from duly.crypto import keyring, selftest
from duly.crypto.provider import CryptoRefused
from duly.crypto.software import SoftwareProvider, newest

SECRET = "440199199003070013"


@pytest.fixture
def provider(tmp_path: Path) -> SoftwareProvider:
    return SoftwareProvider(tmp_path)


@pytest.mark.parametrize("text", [SECRET, "张三", "𠅤𬭛", "阿卜杜热西提·买买提", " "])
def test_what_is_sealed_can_be_opened(provider: SoftwareProvider, text: str) -> None:
    sealed = provider.encrypt(text)
    assert text not in sealed
    assert provider.decrypt(sealed) == text


def test_the_same_text_is_sealed_differently_each_time(provider: SoftwareProvider) -> None:
    assert provider.encrypt(SECRET) != provider.encrypt(SECRET)


def test_a_sealed_value_names_its_algorithm_and_key(provider: SoftwareProvider) -> None:
    assert provider.encrypt(SECRET).split(".")[:2] == ["a256gcm", "k1"]


def test_every_changed_character_is_noticed(provider: SoftwareProvider) -> None:
    sealed = provider.encrypt(SECRET)
    for place, character in enumerate(sealed):
        for other in set("ABCDEFGHQgw_") - {character}:
            changed = sealed[:place] + other + sealed[place + 1 :]
            with pytest.raises(CryptoRefused):
                provider.decrypt(changed)


@pytest.mark.parametrize("value", ["", SECRET, "a256gcm.k1.", "a256gcm.k1.AAAA", "x.y.z.w"])
def test_what_was_never_sealed_is_refused(provider: SoftwareProvider, value: str) -> None:
    with pytest.raises(CryptoRefused):
        provider.decrypt(value)


def test_another_courts_key_does_not_open_it(provider: SoftwareProvider, tmp_path: Path) -> None:
    other = SoftwareProvider(tmp_path / "other")
    with pytest.raises(CryptoRefused):
        other.decrypt(provider.encrypt(SECRET))


def test_after_rotation_the_old_key_still_opens_and_the_new_one_seals(
    provider: SoftwareProvider, tmp_path: Path
) -> None:
    old = provider.encrypt(SECRET)
    assert keyring.add(tmp_path / "sealing") == "k2"
    rotated = SoftwareProvider(tmp_path)
    assert rotated.decrypt(old) == SECRET
    assert rotated.encrypt(SECRET).startswith("a256gcm.k2.")
    with pytest.raises(CryptoRefused):
        provider.decrypt(rotated.encrypt(SECRET))


def test_the_tenth_key_is_newer_than_the_ninth() -> None:
    assert newest({"k9": b"", "k10": b"", "k2": b""}) == "k10"


def test_a_blind_index_finds_equal_texts_by_purpose_only(
    provider: SoftwareProvider, tmp_path: Path
) -> None:
    index = provider.blind_index(SECRET, "party.id_number")
    assert index == provider.blind_index(SECRET, "party.id_number")
    assert index != provider.blind_index(SECRET, "contact.phone")
    assert index != SoftwareProvider(tmp_path / "other").blind_index(SECRET, "party.id_number")
    assert len(index) == 64


def test_a_signature_covers_every_byte(provider: SoftwareProvider) -> None:
    signature = provider.sign(b"head")
    assert provider.verify(b"head", signature)
    assert not provider.verify(b"heal", signature)
    for forged in ("", "x", signature[:-4] + "AAA=", signature.replace("k1", "k2")):
        assert not provider.verify(b"head", forged)


def test_digests_give_the_published_answers(provider: SoftwareProvider) -> None:
    assert provider.digest(b"abc").startswith("ba7816bf8f01cfea")
    assert provider.digest(b"abc", "sm3").startswith("66c7f0f462eeedd9")
    with pytest.raises(CryptoRefused, match="md5"):
        provider.digest(b"abc", "md5")


def test_keys_are_for_the_owner_alone(provider: SoftwareProvider, tmp_path: Path) -> None:
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) == 3
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}


def test_the_first_key_stays_when_two_processes_make_it_at_once(tmp_path: Path) -> None:
    path = tmp_path / "session.key"
    first = keyring.text(path, lambda: "first")
    keyring._write_once(path, "second")
    assert keyring.text(path, lambda: "third") == first == "first"
    assert list(tmp_path.iterdir()) == [path]


def test_a_library_with_a_wrong_answer_is_not_started(monkeypatch: pytest.MonkeyPatch) -> None:
    selftest.run()
    monkeypatch.setattr(selftest, "_gcm", lambda: False)
    with pytest.raises(selftest.CryptoBroken, match="AES-GCM"):
        selftest.run()


def test_a_token_verifies_under_the_published_key_and_under_no_other(tmp_path: Path) -> None:
    here, there = SoftwareProvider(tmp_path / "here"), SoftwareProvider(tmp_path / "there")
    token = here.token('{"iss":"甲"}', "duly-test+jwt")
    told = duly_verify.check_json(token, here.public_keys())
    assert told == {"kind": "duly-test+jwt", "iss": "甲"}
    assert here.token('{"iss":"甲"}', "duly-test+jwt") == token
    with pytest.raises(duly_verify.NotGenuine):
        duly_verify.check_json(token, there.public_keys())


def test_a_token_of_an_older_key_still_verifies_when_a_newer_one_signs(tmp_path: Path) -> None:
    old = SoftwareProvider(tmp_path).token("{}", "duly-test+jwt")
    keyring.add(tmp_path / "signing")
    keys = SoftwareProvider(tmp_path).public_keys()
    assert [key["kid"] for key in keys] == ["k2", "k1"]
    assert duly_verify.check_json(old, keys) == {"kind": "duly-test+jwt"}
