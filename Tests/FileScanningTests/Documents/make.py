#!/usr/bin/env python3
"""Makes the documents in this folder with programs of others, so that readers are not only tested with what was written for them.

    python3 -m venv venv
    venv/bin/pip install aspose-email-for-python-via-net==26.10 compressed-rtf==1.0.7 pikepdf==10.18.0 pillow==13.0.0 \
        pillow-heif==1.8.1 pydicom==3.0.2 pyxlsbwriter==0.1.0
    DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 venv/bin/python make.py

Without a licence Aspose.Email adds a line about itself to each message, which does no harm here. The persons do not exist.
"""
import datetime, gzip, io, os, subprocess, tempfile

os.chdir(os.path.dirname(os.path.abspath(__file__)))


def iban(number):
    """The same account numbers as Canary.iban in the tests."""
    digits = str(number * 7919 + 1234567)
    account = "3" * (16 - len(digits)) + digits
    return f"AT{98 - int(account + '102900') % 97:02d}{account}"


def sentence(number):
    return f"Please pay to the account {iban(number)} by Friday."


def pdf():
    import pikepdf

    document = pikepdf.new()
    document.add_blank_page()
    contents = pikepdf.Stream(document, f"BT /F1 12 Tf 40 740 Td ({sentence(1)}) Tj ET".encode())
    page = document.pages[0]
    page.Contents = contents
    page.Resources = pikepdf.Dictionary(
        Font=pikepdf.Dictionary(F1=pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1,
                                                      BaseFont=pikepdf.Name.Helvetica)))
    return document


def attached():
    import pikepdf

    inner = io.BytesIO()
    letter = pdf()
    letter.save(inner)
    document = pdf()
    document.attachments["Liste ä.csv"] = pikepdf.AttachedFileSpec(
        document, f"name;iban\nAnna;{iban(2)}\n".encode(), filename="Liste ä.csv")
    document.attachments["letter.pdf"] = pikepdf.AttachedFileSpec(document, inner.getvalue(), filename="letter.pdf")
    document.save("attached.pdf", object_stream_mode=pikepdf.ObjectStreamMode.generate)


def remarks():
    import pikepdf

    name, dictionary = pikepdf.Name, pikepdf.Dictionary
    document = pdf()
    note = dictionary(Type=name.Annot, Subtype=name.Text, Rect=[10, 10, 30, 30], Contents=f"Ä upstream {iban(2)}",
                      T="Anna Huber")
    link = dictionary(Type=name.Annot, Subtype=name.Link, Rect=[50, 50, 90, 90],
                      A=dictionary(S=name.URI, URI=f"mailto:bank@example.org?subject={iban(3)}"))
    field = document.make_indirect(
        dictionary(Type=name.Annot, Subtype=name.Widget, Rect=[100, 100, 300, 120], FT=name.Tx, T="iban", V=iban(4),
                   DA="/F1 12 Tf 0 g"))
    document.pages[0].Annots = pikepdf.Array([document.make_indirect(note), document.make_indirect(link), field])
    document.Root.AcroForm = dictionary(Fields=pikepdf.Array([field]), DA="/F1 12 Tf 0 g")
    with document.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(f"Konto {iban(5)}", 0))
    with document.open_metadata() as fields:
        fields["dc:description"] = sentence(6)
    document.save("remarks.pdf", object_stream_mode=pikepdf.ObjectStreamMode.generate)
    document.save("remarks-plain.pdf", object_stream_mode=pikepdf.ObjectStreamMode.disable)
    document.save("remarks-locked.pdf", encryption=pikepdf.Encryption(owner="secret", user=""))


def pictures():
    from PIL import Image, PngImagePlugin
    import pillow_heif

    pillow_heif.register_heif_opener()
    image = Image.new("RGB", (64, 64), (200, 10, 10))
    exif = Image.Exif()
    exif[270] = sentence(1)
    exif[315] = "Anna Huber"

    def xmp(number):
        return f"""<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description
 xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description>{sentence(number)}</dc:description></rdf:Description></rdf:RDF>
</x:xmpmeta><?xpacket end="w"?>"""

    for name in ["picture.webp", "picture.heic", "picture.avif", "picture.jpg"]:
        image.save(name, exif=exif, xmp=xmp(2).encode())
    image.save("picture.gif", comment=sentence(1).encode())
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Comment", sentence(2), zip=True)
    texts.add_itxt("Description", sentence(3), "de", "Beschreibung", zip=True)
    texts.add_itxt("XML:com.adobe.xmp", xmp(4), zip=True)
    texts.add_text("Title", sentence(5))
    image.save("picture.png", pnginfo=texts, exif=exif)


def medical():
    from pydicom.dataset import FileDataset, FileMetaDataset
    from pydicom.uid import DeflatedExplicitVRLittleEndian, generate_uid

    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = "1.2.840.10008.5.1.4.1.1.2"
    meta.MediaStorageSOPInstanceUID = generate_uid(entropy_srcs=["x"])
    meta.TransferSyntaxUID = DeflatedExplicitVRLittleEndian
    image = FileDataset("deflated.dcm", {}, file_meta=meta, preamble=b"\0" * 128)
    image.PatientName = "HUBER^ANNA"
    image.PatientBirthDate = "19850403"
    image.PatientComments = sentence(1)
    image.save_as("deflated.dcm", enforce_file_format=True)


def workbook():
    from pyxlsbwriter import XlsbWriter

    with XlsbWriter("payroll.xlsb", compressionLevel=6) as writer:
        writer.add_sheet("Payroll")
        writer.write_sheet([["name", "iban", "born"], ["Anna Huber", iban(1), datetime.date(1980, 1, 1)],
                            ["Bert Maier", iban(2), datetime.date(1975, 12, 31)]])
        writer.add_sheet("Secret", hidden=True)
        writer.write_sheet([["iban"], [iban(3)]])


def mailbox():
    import compressed_rtf
    from aspose.email.mapi import MapiCalendar, MapiContact, MapiMessage, MapiProperty
    from aspose.email.storage.pst import FileFormatVersion, PersonalStorage, StandardIpmFolder

    def message(subject, body, rich="x"):
        one = MapiMessage("anna@example.org", "bert@example.org", subject, body)
        # As Outlook has it: the text a second time, compressed.
        text = f"{{\\rtf1\\ansi\\ansicpg1252{{\\fonttbl{{\\f0 Arial;}}}}\\pard {rich}\\par}}"
        one.set_property(MapiProperty(0x10090102, compressed_rtf.compress(text.encode(), compressed=True)))
        return one

    box = PersonalStorage.create("mailbox.pst", FileFormatVersion.UNICODE)
    inbox = box.root_folder.add_sub_folder("Inbox")
    first = message(f"Konto {iban(1)}", sentence(2), sentence(3))
    letter = io.BytesIO()
    pdf().save(letter)
    first.attachments.add("list.csv", f"name;iban\nAnna;{iban(4)}\n".encode())
    first.attachments.add("letter.pdf", letter.getvalue())
    inbox.add_message(first)
    inbox.add_message(message("after the letter", sentence(5)))
    inbox.add_sub_folder("Payroll").add_message(message("inner", sentence(6)))
    box.root_folder.get_sub_folder("Deleted Items").add_message(message("gone", sentence(7)))
    contact = MapiContact("Anna Huber", "anna.huber@example.org")
    contact.personal_info.notes = sentence(8)
    box.create_predefined_folder("Contacts", StandardIpmFolder.CONTACTS).add_mapi_message_item(contact)
    meeting = MapiCalendar("Room 1", "Meeting", sentence(9), datetime.datetime(2026, 1, 1, 10),
                           datetime.datetime(2026, 1, 1, 11))
    box.create_predefined_folder("Calendar", StandardIpmFolder.APPOINTMENTS).add_mapi_message_item(meeting)
    # More than a socket holds.
    for year in range(8):
        folder = inbox.add_sub_folder(f"Year {year}")
        for number in range(40):
            folder.add_message(message("note", sentence(100 + year * 40 + number)))
    pack("mailbox.pst")


def tasks():
    from aspose.email.mapi import MapiTask
    from aspose.email.storage.pst import FileFormatVersion, PersonalStorage, StandardIpmFolder

    box = PersonalStorage.create("tasks.pst", FileFormatVersion.UNICODE)
    task = MapiTask("Pay", sentence(1), datetime.datetime(2026, 1, 1), datetime.datetime(2026, 1, 2))
    box.create_predefined_folder("Tasks", StandardIpmFolder.TASKS).add_mapi_message_item(task)
    pack("tasks.pst")


def archives():
    """The same letter in every kind of archive, by libarchive's bsdtar."""
    with tempfile.TemporaryDirectory() as folder:
        with open(f"{folder}/letter.txt", "w") as file:
            file.write(sentence(1) * 20)
        os.utime(f"{folder}/letter.txt", (0, 0))
        for kind in ["zip", "tar", "tar.gz", "tar.bz2", "tar.xz", "tar.zst", "tar.lzma", "7z", "cpio"]:
            subprocess.run(["bsdtar", "-acf", f"letter.{kind}", "--uid", "0", "--gid", "0", "-C", folder, "letter.txt"],
                           check=True)


def pack(name):
    with open(name, "rb") as file, gzip.GzipFile(f"{name}.gz", "wb", mtime=0) as packed:
        packed.write(file.read())
    os.remove(name)


attached()
remarks()
pictures()
medical()
workbook()
mailbox()
tasks()
archives()
