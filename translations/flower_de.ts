<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
    <context>
        <name>CommandLine</name>
        <message>
            <source>“flower-trainer-cli help” lists the commands and options.</source>
            <translation>„flower-trainer-cli help“ zeigt die Befehle und Optionen.</translation>
        </message>
        <message>
            <source>Reading photos</source>
            <translation>Fotos werden gelesen</translation>
        </message>
        <message>
            <source>No command was given.</source>
            <translation>Es wurde kein Befehl angegeben.</translation>
        </message>
        <message>
            <source>There is no command “%1”.</source>
            <translation>Den Befehl „%1“ gibt es nicht.</translation>
        </message>
        <message>
            <source>Looking for photos</source>
            <translation>Fotos werden gesucht</translation>
        </message>
    </context>
    <context>
        <name>FindingWords</name>
        <message numerus="yes">
            <source>%n photo(s) can't be read</source>
            <translation>
                <numerusform>%n Foto kann nicht gelesen werden</numerusform>
                <numerusform>%n Fotos können nicht gelesen werden</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n picture(s) under two kinds</source>
            <translation>
                <numerusform>%n Bild unter zwei Arten</numerusform>
                <numerusform>%n Bilder unter zwei Arten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n picture(s) on both sides of the split</source>
            <translation>
                <numerusform>%n Bild auf beiden Seiten der Aufteilung</numerusform>
                <numerusform>%n Bilder auf beiden Seiten der Aufteilung</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n clash(es) of names</source>
            <translation>
                <numerusform>%n Verwechslung von Namen</numerusform>
                <numerusform>%n Verwechslungen von Namen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) there more than once</source>
            <translation>
                <numerusform>%n Datei mehrmals vorhanden</numerusform>
                <numerusform>%n Dateien mehrmals vorhanden</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n picture(s) in several files</source>
            <translation>
                <numerusform>%n Bild in mehreren Dateien</numerusform>
                <numerusform>%n Bilder in mehreren Dateien</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n tiny photo(s)</source>
            <translation>
                <numerusform>%n winziges Foto</numerusform>
                <numerusform>%n winzige Fotos</numerusform>
            </translation>
        </message>
        <message>
            <source>Can't be read</source>
            <translation>Nicht lesbar</translation>
        </message>
        <message>
            <source>Under two kinds</source>
            <translation>Unter zwei Arten</translation>
        </message>
        <message>
            <source>On both sides of the split</source>
            <translation>Beiderseits der Aufteilung</translation>
        </message>
        <message>
            <source>Names that clash</source>
            <translation>Verwechselbare Namen</translation>
        </message>
        <message>
            <source>Same file again</source>
            <translation>Dieselbe Datei</translation>
        </message>
        <message>
            <source>Same picture again</source>
            <translation>Dasselbe Bild</translation>
        </message>
        <message>
            <source>Tiny photos</source>
            <translation>Winzige Fotos</translation>
        </message>
        <message>
            <source>Good to know</source>
            <translation>Gut zu wissen</translation>
        </message>
        <message>
            <source>These files can't be decoded, or only in part. Put good ones in their place, or train without them.</source>
            <translation>Diese Dateien lassen sich nicht oder nur zum Teil entschlüsseln. Ersetzen Sie sie durch gute, oder trainieren Sie ohne sie.</translation>
        </message>
        <message>
            <source>The same picture lies under more than one kind: whatever is answered, one of them is counted as wrong. Say which kind it is.</source>
            <translation>Dasselbe Bild liegt unter mehr als einer Art: Was auch geantwortet wird, eine zählt als falsch. Sagen Sie, welche Art es ist.</translation>
        </message>
        <message>
            <source>What is learned from mustn't be what is measured: these pictures make the result look better than it is. Leave a copy out.</source>
            <translation>Woraus gelernt wird, darf nicht gemessen werden: Diese Bilder lassen das Ergebnis besser aussehen, als es ist. Lassen Sie eine Kopie aus.</translation>
        </message>
        <message>
            <source>These names may mean the same kind; the network would learn them as two. Put their photos under one name, or leave them if they are two kinds.</source>
            <translation>Diese Namen meinen vielleicht dieselbe Art; das Netz würde zwei daraus lernen. Legen Sie ihre Fotos unter einen Namen, oder lassen Sie sie, wenn es zwei Arten sind.</translation>
        </message>
        <message>
            <source>Files that are the same byte for byte. One of them is enough: copies only count more than other photos.</source>
            <translation>Dateien, die Byte für Byte gleich sind. Eine davon genügt: Kopien zählen nur mehr als andere Fotos.</translation>
        </message>
        <message>
            <source>Pictures saved anew, in another size or with other colours, or mirrored. One of them is enough; the largest one is kept.</source>
            <translation>Bilder, die neu gespeichert, verkleinert, umgefärbt oder gespiegelt wurden. Eins davon genügt; das größte bleibt.</translation>
        </message>
        <message>
            <source>Photos with a side of less than %1 pixels: the network looks at 224 and sees little in them.</source>
            <translation>Fotos mit einer Seite von weniger als %1 Pixeln: Das Netz sieht 224 an und erkennt wenig darin.</translation>
        </message>
        <message>
            <source>Nothing is wrong with these.</source>
            <translation>Daran ist nichts falsch.</translation>
        </message>
        <message numerus="yes">
            <source>%n photo(s) unlike their kind</source>
            <translation>
                <numerusform>%n Foto anders als seine Art</numerusform>
                <numerusform>%n Fotos anders als ihre Art</numerusform>
            </translation>
        </message>
        <message>
            <source>Unlike their kind</source>
            <translation>Anders als ihre Art</translation>
        </message>
        <message>
            <source>To a network that knows many things, these look unlike the other photos of their kind. That is a guess: a rare view is worth keeping, a photo of something else is not. The oddest come first.</source>
            <translation>Für ein Netz, das vieles kennt, sehen diese anders aus als die übrigen Fotos ihrer Art. Das ist eine Vermutung: Eine seltene Ansicht ist es wert, behalten zu werden, ein Foto von etwas anderem nicht. Die auffälligsten stehen vorn.</translation>
        </message>
    </context>
    <context>
        <name>PhotoCache</name>
        <message>
            <source>Loading the photos was stopped.</source>
            <translation>Das Laden der Fotos wurde abgebrochen.</translation>
        </message>
    </context>
    <context>
        <name>RecordingTrainer</name>
        <message>
            <source>The folder %1 holds a trained model already. Choose another place, so that nothing is written over.</source>
            <translation>Der Ordner %1 enthält schon ein trainiertes Modell. Wählen Sie einen anderen Ort, damit nichts überschrieben wird.</translation>
        </message>
    </context>
    <context>
        <name>flower</name>
        <message>
            <source>--preset should be recommended, as-taught or scratch.</source>
            <translation>--preset sollte recommended, as-taught oder scratch sein.</translation>
        </message>
        <message>
            <source>%1 can't be opened: %2.</source>
            <translation>%1 lässt sich nicht öffnen: %2.</translation>
        </message>
        <message>
            <source>One of the numbers given is no number.</source>
            <translation>Eine der angegebenen Zahlen ist keine Zahl.</translation>
        </message>
        <message>
            <source>--device should be one of %1.</source>
            <translation>--device sollte eines von %1 sein.</translation>
        </message>
        <message>
            <source>The photos: a folder, a CSV, or “samples” for the built-in drawn ones.</source>
            <translation>Die Fotos: ein Ordner, eine CSV oder „samples“ für die eingebauten gezeichneten.</translation>
        </message>
        <message>
            <source>Width multiplier: 0.35, 0.5, 0.75, 1.0 or 1.4.</source>
            <translation>Breitenfaktor: 0.35, 0.5, 0.75, 1.0 oder 1.4.</translation>
        </message>
        <message>
            <source>Side of the network's input in pixels.</source>
            <translation>Seite des Netzeingangs in Bildpunkten.</translation>
        </message>
        <message>
            <source>Settings as JSON; options win over it.</source>
            <translation>Einstellungen als JSON; Optionen gehen vor.</translation>
        </message>
        <message>
            <source>Settings to start from: recommended, as-taught, scratch.</source>
            <translation>Einstellungen zum Anfangen: recommended, as-taught, scratch.</translation>
        </message>
        <message>
            <source>Epochs of phase 1.</source>
            <translation>Epochen der Phase 1.</translation>
        </message>
        <message>
            <source>Epochs of phase 2.</source>
            <translation>Epochen der Phase 2.</translation>
        </message>
        <message>
            <source>Seed of the run; the same seed gives the same numbers.</source>
            <translation>Startwert des Laufs; gleicher Startwert, gleiche Zahlen.</translation>
        </message>
        <message>
            <source>auto, cpu, cuda or mps.</source>
            <translation>auto, cpu, cuda oder mps.</translation>
        </message>
        <message>
            <source>CPU threads; 0 for all cores.</source>
            <translation>Threads des Prozessors; 0 für alle Kerne.</translation>
        </message>
        <message>
            <source>Folder for the model and the run's files.</source>
            <translation>Ordner für das Modell und die Dateien des Laufs.</translation>
        </message>
        <message>
            <source>One JSON object a line.</source>
            <translation>Je Zeile ein JSON-Objekt.</translation>
        </message>
        <message>
            <source>Test: %1 of %2 photos right (95 % interval %3 to %4).</source>
            <translation>Test: %1 von %2 Fotos richtig (95-%-Intervall %3 bis %4).</translation>
        </message>
        <message>
            <source>Best validation %1 in epoch %2, after %3 s.</source>
            <translation>Beste Validierung %1 in Epoche %2, nach %3 s.</translation>
        </message>
        <message>
            <source>Stopped before the first epoch was done: there is no model.</source>
            <translation>Vor dem Ende der ersten Epoche beendet: Es gibt kein Modell.</translation>
        </message>
        <message>
            <source>Model: %1</source>
            <translation>Modell: %1</translation>
        </message>
        <message>
            <source>A trained model.</source>
            <translation>Ein trainiertes Modell.</translation>
        </message>
        <message>
            <source>The photos: a folder, a CSV, or “samples”.</source>
            <translation>Die Fotos: ein Ordner, eine CSV oder „samples“.</translation>
        </message>
        <message>
            <source>Seed of the split, where the data set gives none.</source>
            <translation>Startwert der Aufteilung, wo die Fotos keine mitbringen.</translation>
        </message>
        <message>
            <source>Evaluating</source>
            <translation>Auswertung</translation>
        </message>
        <message>
            <source>%1 photos (%2): top-1 %3, top-5 %4, mean per class %5</source>
            <translation>%1 Fotos (%2): Top-1 %3, Top-5 %4, Mittel je Klasse %5</translation>
        </message>
        <message>
            <source>How many classes to name.</source>
            <translation>Wie viele Klassen genannt werden.</translation>
        </message>
        <message>
            <source>Write the answers to a CSV too.</source>
            <translation>Die Antworten auch in eine CSV schreiben.</translation>
        </message>
        <message>
            <source>predict needs --model, at least one photo or folder, and --top from 1 up.</source>
            <translation>predict braucht --model, mindestens ein Foto oder einen Ordner, und --top ab 1.</translation>
        </message>
        <message>
            <source>%1 can't be written: %2.</source>
            <translation>%1 lässt sich nicht schreiben: %2.</translation>
        </message>
        <message>
            <source>info needs --model or --weights.</source>
            <translation>info braucht --model oder --weights.</translation>
        </message>
        <message>
            <source>%1, width %2, %3 blocks, input %4 × %4</source>
            <translation>%1, Breite %2, %3 Blöcke, Eingang %4 × %4</translation>
        </message>
        <message>
            <source>%1 classes, %2 parameters, %3 million multiply-adds a photo, %4 MB</source>
            <translation>%1 Klassen, %2 Parameter, %3 Millionen Multiplikationen mit Addition je Foto, %4 MB</translation>
        </message>
        <message>
            <source>The file can't be opened: %1.</source>
            <translation>Die Datei lässt sich nicht öffnen: %1.</translation>
        </message>
        <message>
            <source>The file is over 512 MB.</source>
            <translation>Die Datei ist größer als 512 MB.</translation>
        </message>
        <message>
            <source>The file is empty.</source>
            <translation>Die Datei ist leer.</translation>
        </message>
        <message>
            <source>The file is not a photo that can be read (JPEG, PNG, WebP, BMP, TIFF).</source>
            <translation>Die Datei ist kein lesbares Foto (JPEG, PNG, WebP, BMP, TIFF).</translation>
        </message>
        <message>
            <source>The photo is damaged or too large to be decoded.</source>
            <translation>Das Foto ist beschädigt oder zu groß.</translation>
        </message>
        <message>
            <source>The first line of %1 should name the columns: path,label or path,label,split.</source>
            <translation>Die erste Zeile von %1 sollte die Spalten nennen: path,label oder path,label,split.</translation>
        </message>
        <message>
            <source>line %1: %2</source>
            <translation>Zeile %1: %2</translation>
        </message>
        <message>
            <source>The line has no path or no label.</source>
            <translation>Der Zeile fehlt der Pfad oder die Art.</translation>
        </message>
        <message>
            <source>“%1” is no split; it should be train, val or test.</source>
            <translation>„%1“ ist kein Teil; es sollte train, val oder test sein.</translation>
        </message>
        <message>
            <source>%1 doesn't hold the labels of Oxford 102.</source>
            <translation>%1 enthält nicht die Arten von Oxford 102.</translation>
        </message>
        <message>
            <source>%1 doesn't hold the split of Oxford 102.</source>
            <translation>%1 enthält nicht die Aufteilung von Oxford 102.</translation>
        </message>
        <message>
            <source>The file is not there.</source>
            <translation>Die Datei ist nicht da.</translation>
        </message>
        <message>
            <source>The file is not a photo, whatever its name says.</source>
            <translation>Die Datei ist kein Foto, was immer ihr Name sagt.</translation>
        </message>
        <message>
            <source>%1 is not there. Choose a folder with photos or a CSV.</source>
            <translation>%1 ist nicht da. Wählen Sie einen Ordner mit Fotos oder eine CSV-Datei.</translation>
        </message>
        <message>
            <source>Reading the photos was stopped.</source>
            <translation>Das Lesen der Fotos wurde abgebrochen.</translation>
        </message>
        <message>
            <source>There are no kinds in %1. Make one folder for each kind of flower and put its photos inside.</source>
            <translation>In %1 sind keine Arten. Legen Sie für jede Blumenart einen Ordner an und tun Sie ihre Fotos hinein.</translation>
        </message>
        <message>
            <source>There are no readable photos in %1. Photos are JPEG, PNG, WebP, BMP or TIFF files.</source>
            <translation>In %1 sind keine lesbaren Fotos. Fotos sind JPEG-, PNG-, WebP-, BMP- oder TIFF-Dateien.</translation>
        </message>
        <message>
            <source>“%1” has no photos. Add some, or remove the folder.</source>
            <translation>„%1“ hat keine Fotos. Fügen Sie welche hinzu oder entfernen Sie den Ordner.</translation>
        </message>
        <message>
            <source>“%1” has one photo. Add at least ten to have it learned and checked.</source>
            <translation>„%1“ hat ein Foto. Fügen Sie mindestens zehn hinzu, damit die Art gelernt und geprüft werden kann.</translation>
        </message>
        <message>
            <source>There is only one kind, “%1”. Add a folder with photos of a second one.</source>
            <translation>Es gibt nur eine Art, „%1“. Fügen Sie einen Ordner mit Fotos einer zweiten hinzu.</translation>
        </message>
        <message>
            <source>There are two kinds. Every photo will be called one of them, whatever it shows.</source>
            <translation>Es gibt zwei Arten. Jedes Foto wird eine von ihnen genannt, was immer es zeigt.</translation>
        </message>
        <message>
            <source>The drawn samples can't be written to %1.</source>
            <translation>Die gezeichneten Beispiele lassen sich nicht nach %1 schreiben.</translation>
        </message>
        <message>
            <source>Drawing the samples was stopped.</source>
            <translation>Das Zeichnen der Beispiele wurde abgebrochen.</translation>
        </message>
        <message>
            <source>The evaluation was stopped.</source>
            <translation>Die Auswertung wurde abgebrochen.</translation>
        </message>
        <message>
            <source>“%1” is missing</source>
            <translation>„%1“ fehlt</translation>
        </message>
        <message>
            <source>“%1” is %2 instead of %3</source>
            <translation>„%1“ ist %2 statt %3</translation>
        </message>
        <message>
            <source>“%1” is unknown</source>
            <translation>„%1“ ist unbekannt</translation>
        </message>
        <message>
            <source> and %1 more</source>
            <translation> und %1 weitere</translation>
        </message>
        <message>
            <source>These weights don't fit MobileNet-V2 of width %1: %2.</source>
            <translation>Diese Gewichte passen nicht zu MobileNet-V2 der Breite %1: %2.</translation>
        </message>
        <message>
            <source>%1 doesn't hold a MobileNet-V2 of a known width. Choose weights in torchvision's names.</source>
            <translation>%1 enthält kein MobileNet-V2 bekannter Breite. Wählen Sie Gewichte mit den Namen von torchvision.</translation>
        </message>
        <message>
            <source>%1 asks for an input size that can't be right.</source>
            <translation>%1 verlangt eine Bildgröße, die nicht stimmen kann.</translation>
        </message>
        <message>
            <source>%1 holds pretrained weights, not a trained classifier: it names no classes. Train with it first, or choose the model of a run.</source>
            <translation>%1 enthält vortrainierte Gewichte und kein trainiertes Modell: Es nennt keine Arten. Trainieren Sie zuerst damit oder wählen Sie das Modell eines Laufs.</translation>
        </message>
        <message>
            <source>%1 is not a sound safetensors file: %2.</source>
            <translation>%1 ist keine heile safetensors-Datei: %2.</translation>
        </message>
        <message>
            <source>the tensor “%1” has the unknown type “%2”</source>
            <translation>der Tensor „%1“ hat den unbekannten Typ „%2“</translation>
        </message>
        <message>
            <source>the tensor “%1” has no usable shape</source>
            <translation>der Tensor „%1“ hat keine brauchbare Form</translation>
        </message>
        <message>
            <source>the tensor “%1” claims more data than the file holds</source>
            <translation>der Tensor „%1“ verlangt mehr Daten, als die Datei enthält</translation>
        </message>
        <message>
            <source>the tensor “%1” lies outside the file</source>
            <translation>der Tensor „%1“ liegt außerhalb der Datei</translation>
        </message>
        <message>
            <source>the size of the tensor “%1” doesn't fit its shape</source>
            <translation>die Größe des Tensors „%1“ passt nicht zu seiner Form</translation>
        </message>
        <message>
            <source>it is too short</source>
            <translation>sie ist zu kurz</translation>
        </message>
        <message>
            <source>its header claims to be longer than the file</source>
            <translation>ihr Kopf will länger sein als die Datei</translation>
        </message>
        <message>
            <source>its header is not a JSON object (%1)</source>
            <translation>ihr Kopf ist kein JSON-Objekt (%1)</translation>
        </message>
        <message>
            <source>the tensors “%1” and “%2” overlap</source>
            <translation>die Tensoren „%1“ und „%2“ überlappen sich</translation>
        </message>
        <message>
            <source>the tensor “%1” can't be read whole</source>
            <translation>der Tensor „%1“ lässt sich nicht ganz lesen</translation>
        </message>
        <message>
            <source>%1 can't be written: %2</source>
            <translation>%1 lässt sich nicht schreiben: %2</translation>
        </message>
        <message>
            <source>%1 can't be opened: %2</source>
            <translation>%1 lässt sich nicht öffnen: %2</translation>
        </message>
        <message>
            <source>%1 is too large to be a file of a run.</source>
            <translation>%1 ist zu groß für eine Datei eines Laufs.</translation>
        </message>
        <message>
            <source>The run book can't be used: %1</source>
            <translation>Das Verzeichnis der Läufe lässt sich nicht verwenden: %1</translation>
        </message>
        <message>
            <source>Pretrained weights (.safetensors or .pth).</source>
            <translation>Vortrainierte Gewichte (.safetensors oder .pth).</translation>
        </message>
        <message>
            <source>The tensor “%2” in %1 holds values that are infinite or not numbers. Fetch the file once more, or choose another.</source>
            <translation>Der Tensor „%2“ in %1 enthält Werte, die unendlich oder keine Zahlen sind. Holen Sie die Datei noch einmal oder wählen Sie eine andere.</translation>
        </message>
        <message>
            <source>%1 is not a sound PyTorch weights file: %2.</source>
            <translation>%1 ist keine heile Gewichtsdatei von PyTorch: %2.</translation>
        </message>
        <message>
            <source>%1 is far larger than the weights of MobileNet-V2.</source>
            <translation>%1 ist viel größer als die Gewichte von MobileNet-V2.</translation>
        </message>
        <message>
            <source>%1 is not a sound zip archive: %2. Fetch it once more.</source>
            <translation>%1 ist kein heiles Zip-Archiv: %2. Holen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>it can't be unpacked</source>
            <translation>es lässt sich nicht auspacken</translation>
        </message>
        <message>
            <source>an entry is shorter than it says</source>
            <translation>ein Eintrag ist kürzer, als er angibt</translation>
        </message>
        <message>
            <source>an entry is longer than it says</source>
            <translation>ein Eintrag ist länger, als er angibt</translation>
        </message>
        <message>
            <source>Memory ran out while %1 was read.</source>
            <translation>Beim Lesen von %1 reichte der Speicher nicht.</translation>
        </message>
        <message>
            <source>an entry is no plain file</source>
            <translation>ein Eintrag ist keine einfache Datei</translation>
        </message>
        <message>
            <source>it holds “%1” twice</source>
            <translation>es enthält „%1“ zweimal</translation>
        </message>
        <message>
            <source>%1 claims to hold more than its own size. PyTorch stores weights without compression; save them with torch.save.</source>
            <translation>%1 will mehr enthalten, als die Datei groß ist. PyTorch speichert Gewichte unverdichtet; sichern Sie sie mit torch.save.</translation>
        </message>
        <message>
            <source>%1 is neither a folder nor a CSV nor 102flowers.tgz.</source>
            <translation>%1 ist weder ein Ordner noch eine CSV-Datei noch 102flowers.tgz.</translation>
        </message>
        <message>
            <source>The folder “jpg” with the photos of Oxford 102 is missing. Put 102flowers.tgz into %1.</source>
            <translation>Der Ordner „jpg“ mit den Fotos von Oxford 102 fehlt. Legen Sie 102flowers.tgz in %1 ab.</translation>
        </message>
        <message>
            <source>The download was stopped.</source>
            <translation>Das Laden wurde abgebrochen.</translation>
        </message>
        <message>
            <source>%1 can't be read: %2</source>
            <translation>%1 kann nicht gelesen werden: %2</translation>
        </message>
        <message>
            <source>%1 is there already and is a different file. Move it away, or choose another folder.</source>
            <translation>%1 ist schon da, aber eine andere Datei. Verschieben Sie sie, oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <source>%1 answers in a way that makes no sense. Try again later.</source>
            <translation>Die Antwort von %1 ergibt keinen Sinn. Versuchen Sie es später noch einmal.</translation>
        </message>
        <message>
            <source>MobileNet-V2 weights (torchvision V2, 14 MB)</source>
            <translation>MobileNet-V2-Gewichte (torchvision V2, 14 MB)</translation>
        </message>
        <message>
            <source>MobileNet-V2 weights (torchvision V1, 14 MB)</source>
            <translation>MobileNet-V2-Gewichte (torchvision V1, 14 MB)</translation>
        </message>
        <message>
            <source>Oxford 102 photos (345 MB)</source>
            <translation>Fotos von Oxford 102 (345 MB)</translation>
        </message>
        <message>
            <source>Oxford 102 labels</source>
            <translation>Artangaben von Oxford 102</translation>
        </message>
        <message>
            <source>Oxford 102 split</source>
            <translation>Aufteilung von Oxford 102</translation>
        </message>
        <message>
            <source>8,189 photos of 102 kinds of flowers, with labels and the official split, from the University of Oxford.</source>
            <translation>8.189 Fotos von 102 Blumenarten mit Artangaben und offizieller Aufteilung, von der Universität Oxford.</translation>
        </message>
        <message>
            <source>torchvision's weights</source>
            <translation>Gewichte von torchvision</translation>
        </message>
        <message>
            <source>Trained on the 1.2 million photos of ImageNet: your flowers are learned faster, from fewer photos.</source>
            <translation>Trainiert an den 1,2 Millionen Fotos von ImageNet: So lernt das Netz Ihre Blumen schneller und aus weniger Fotos.</translation>
        </message>
        <message>
            <source>They are for width %1 only. Your network has width %2; when the weights are here, it is set to %1.</source>
            <translation>Es gibt sie nur für die Breite %1. Ihr Netz hat die Breite %2; sobald die Gewichte da sind, wird sie auf %1 gesetzt.</translation>
        </message>
        <message>
            <source>Oxford 102 Flowers</source>
            <translation>Oxford 102 Flowers</translation>
        </message>
        <message>
            <source>The photos.</source>
            <translation>Die Fotos.</translation>
        </message>
        <message>
            <source>Pretrained weights.</source>
            <translation>Vortrainierte Gewichte.</translation>
        </message>
        <message>
            <source>How many photos.</source>
            <translation>Wie viele Fotos.</translation>
        </message>
        <message>
            <source>Seed of a run.</source>
            <translation>Startzahl eines Laufs.</translation>
        </message>
        <message>
            <source>bench needs one of these workloads: %1.</source>
            <translation>bench braucht eine dieser Aufgaben: %1.</translation>
        </message>
        <message>
            <source>bench needs --data.</source>
            <translation>bench braucht --data.</translation>
        </message>
        <message>
            <source>There are no photos in %1. Name a folder with photos of flowers that the model doesn't know.</source>
            <translation>In %1 sind keine Fotos. Nennen Sie einen Ordner mit Fotos von Blumen, die das Modell nicht kennt.</translation>
        </message>
        <message>
            <source>95 % interval of top-1 (Wilson): %1 to %2</source>
            <translation>95-%-Intervall der Top-1 (Wilson): %1 bis %2</translation>
        </message>
        <message>
            <source>expected calibration error %1; before calibration %2 (temperature %3)</source>
            <translation>erwarteter Kalibrierungsfehler %1; vor der Kalibrierung %2 (Temperatur %3)</translation>
        </message>
        <message>
            <source>coverage at 95 % precision: %1</source>
            <translation>Abdeckung bei 95 % Genauigkeit (Precision): %1</translation>
        </message>
        <message>
            <source>sure from a probability of %1 on, as chosen on validation photos: coverage %2, precision %3</source>
            <translation>sicher ab einer Wahrscheinlichkeit von %1, an Validierungsfotos gewählt: Abdeckung %2, Genauigkeit (Precision) %3</translation>
        </message>
        <message>
            <source>%1 and %2 (%3)</source>
            <translation>%1 und %2 (%3)</translation>
        </message>
        <message>
            <source>most confused: %1</source>
            <translation>am häufigsten verwechselt: %1</translation>
        </message>
        <message>
            <source>%1 photos of unknown kinds: AUROC %2</source>
            <translation>%1 Fotos unbekannter Arten: AUROC %2</translation>
        </message>
        <message>
            <source>Photos of kinds that the model doesn't know: how well are they told apart?</source>
            <translation>Fotos von Arten, die das Modell nicht kennt: Wie gut hält es sie auseinander?</translation>
        </message>
        <message>
            <source>Write a line for each photo to a CSV.</source>
            <translation>Schreibt für jedes Foto eine Zeile in eine CSV-Datei.</translation>
        </message>
        <message>
            <source>none of these (nearest: %1)</source>
            <translation>keine davon (am nächsten: %1)</translation>
        </message>
        <message>
            <source>not sure, could be %1 or %2 (%3)</source>
            <translation>nicht sicher, könnte %1 oder %2 sein (%3)</translation>
        </message>
        <message>
            <source>%1 holds a temperature or a threshold that can't be right. Train once more, or choose another model.</source>
            <translation>%1 enthält eine Temperatur oder Schwelle, die nicht stimmen kann. Trainieren Sie noch einmal oder wählen Sie ein anderes Modell.</translation>
        </message>
        <message>
            <source>Phase %1 ended early: nothing improved for %2 epochs.</source>
            <translation>Phase %1 endete vorzeitig: %2 Epochen lang wurde nichts besser.</translation>
        </message>
        <message>
            <source>The features of the photos need %1 MB in %2, which can't be written: %3. Make room there or choose fewer kept views.</source>
            <translation>Für die Merkmale der Fotos werden %1 MB in %2 gebraucht, dort lässt sich aber nicht schreiben: %3. Schaffen Sie dort Platz oder wählen Sie weniger behaltene Ansichten.</translation>
        </message>
        <message>
            <source>The training was stopped.</source>
            <translation>Das Training wurde angehalten.</translation>
        </message>
        <message>
            <source>95 % intervals of top-5 (Wilson): %1 to %2, of the mean per class (bootstrap by class): %3 to %4</source>
            <translation>95-%-Intervalle von Top-5 (Wilson): %1 bis %2, des Mittels je Klasse (Bootstrap je Klasse): %3 bis %4</translation>
        </message>
        <message>
            <source>left out, because the model doesn't know them: %1</source>
            <translation>ausgelassen, weil das Modell sie nicht kennt: %1</translation>
        </message>
        <message>
            <source>of the model, but without a photo here: %1</source>
            <translation>vom Modell, aber hier ohne Foto: %1</translation>
        </message>
        <message>
            <source>train, val, test or all.</source>
            <translation>train, val, test oder all.</translation>
        </message>
        <message>
            <source>Write model-card.html and model-card.json to this folder.</source>
            <translation>model-card.html und model-card.json in diesen Ordner schreiben.</translation>
        </message>
        <message>
            <source>evaluate needs --model and --data, and --subset is train, val, test or all.</source>
            <translation>evaluate braucht --model und --data, und --subset ist train, val, test oder all.</translation>
        </message>
        <message>
            <source>%1 photos of one plant: %2</source>
            <translation>%1 Fotos einer Pflanze: %2</translation>
        </message>
        <message>
            <source>  %1: %2 %3 %, part in the answer %4 %</source>
            <translation>  %1: %2 %3 %, Anteil an der Antwort %4 %</translation>
        </message>
        <message>
            <source>The folder %1 can't be made. Name one that can be written to.</source>
            <translation>Der Ordner %1 lässt sich nicht anlegen. Geben Sie einen an, in den geschrieben werden darf.</translation>
        </message>
        <message>
            <source>Write each photo to a PNG in this folder, with what speaks for its answer in light colours.</source>
            <translation>Schreibt jedes Foto als PNG in diesen Ordner; hell ist, was für die Antwort spricht.</translation>
        </message>
        <message>
            <source>All photos show one plant: one answer to them together.</source>
            <translation>Alle Fotos zeigen eine Pflanze: eine gemeinsame Antwort.</translation>
        </message>
        <message>
            <source> (explained in %1)</source>
            <translation> (erklärt in %1)</translation>
        </message>
        <message>
            <source>Marks from a review (JSON): photos with another class, or left out.</source>
            <translation>Markierungen einer Durchsicht (JSON): Fotos mit einer anderen Art oder ausgelassen.</translation>
        </message>
        <message>
            <source>Left out in review.</source>
            <translation>In der Durchsicht ausgelassen.</translation>
        </message>
        <message>
            <source>Changed in review: %1 with another kind, %2 left out.</source>
            <translation>In der Durchsicht geändert: %1 mit einer anderen Art, %2 ausgelassen.</translation>
        </message>
        <message>
            <source>Test photos among the changed ones: %1. The new test number can't be compared with the old one.</source>
            <translation>Testfotos unter den geänderten: %1. Die neue Testzahl lässt sich nicht mit der alten vergleichen.</translation>
        </message>
        <message>
            <source>Marks of the review that change nothing, because they fit no photo or no kind here: %1. They are kept.</source>
            <translation>Markierungen der Durchsicht, die nichts ändern, weil sie hier zu keinem Foto oder keiner Art passen: %1. Sie bleiben erhalten.</translation>
        </message>
        <message>
            <source>After the review, “%1” has no photo left to train on.</source>
            <translation>Nach der Durchsicht hat „%1“ kein Foto mehr, mit dem trainiert werden kann.</translation>
        </message>
        <message>
            <source>without a name</source>
            <translation>ohne Namen</translation>
        </message>
        <message>
            <source>Photos left out</source>
            <translation>Ausgelassene Fotos</translation>
        </message>
        <message>
            <source>and %1 more, all named in model-card.json</source>
            <translation>und %1 weitere, alle in model-card.json genannt</translation>
        </message>
        <message>
            <source>Numbers, with their 95 % intervals</source>
            <translation>Zahlen mit ihren 95-%-Intervallen</translation>
        </message>
        <message>
            <source>Photos measured</source>
            <translation>Gemessene Fotos</translation>
        </message>
        <message>
            <source>First answer right (top-1)</source>
            <translation>Erste Antwort richtig (Top-1)</translation>
        </message>
        <message>
            <source>Right among the first five (top-5)</source>
            <translation>Richtig unter den ersten fünf (Top-5)</translation>
        </message>
        <message>
            <source>Mean over the kinds (mean per-class recall)</source>
            <translation>Mittel über die Arten (mittlerer Recall je Klasse)</translation>
        </message>
        <message>
            <source>Loss (cross-entropy, nats)</source>
            <translation>Verlust (Kreuzentropie, Nat)</translation>
        </message>
        <message>
            <source>How far its probabilities can be trusted</source>
            <translation>Wie weit seinen Wahrscheinlichkeiten zu trauen ist</translation>
        </message>
        <message>
            <source>Calibration</source>
            <translation>Kalibrierung</translation>
        </message>
        <message>
            <source>Temperature</source>
            <translation>Temperatur</translation>
        </message>
        <message>
            <source>Expected calibration error before</source>
            <translation>Erwarteter Kalibrierungsfehler davor</translation>
        </message>
        <message>
            <source>Expected calibration error</source>
            <translation>Erwarteter Kalibrierungsfehler</translation>
        </message>
        <message>
            <source>Largest share that can be answered with 95 % right</source>
            <translation>Größter Anteil, der zu 95 % richtig beantwortet werden kann</translation>
        </message>
        <message>
            <source>“Not sure” below a probability of</source>
            <translation>„Nicht sicher“ unter einer Wahrscheinlichkeit von</translation>
        </message>
        <message>
            <source>any: no answer counts as sure</source>
            <translation>jeder: Keine Antwort gilt als sicher</translation>
        </message>
        <message>
            <source>Answers that count as sure</source>
            <translation>Antworten, die als sicher gelten</translation>
        </message>
        <message>
            <source>Of these right</source>
            <translation>Davon richtig</translation>
        </message>
        <message>
            <source>“None of these” above an energy of</source>
            <translation>„Keine von diesen“ über einer Energie von</translation>
        </message>
        <message>
            <source>The temperature and both thresholds were chosen on the validation photos: so that of the answers that count as sure at least 95 % are right there, and that 98 % of these photos stay below the threshold of “none of these”.</source>
            <translation>Die Temperatur und beide Schwellen wurden an den Validierungsfotos gewählt: so, dass dort von den Antworten, die als sicher gelten, mindestens 95 % richtig sind und dass 98 % dieser Fotos unter der Schwelle von „keine von diesen“ bleiben.</translation>
        </message>
        <message>
            <source>Reliability diagram</source>
            <translation>Zuverlässigkeitsdiagramm</translation>
        </message>
        <message>
            <source>Bars on the dashed line mean that answers given with 80 % are right in 80 % of the cases. The mean distance is %1.</source>
            <translation>Balken auf der gestrichelten Linie bedeuten, dass Antworten mit 80 % in 80 % der Fälle richtig sind. Der mittlere Abstand ist %1.</translation>
        </message>
        <message>
            <source>The reliability diagram as a table</source>
            <translation>Das Zuverlässigkeitsdiagramm als Tabelle</translation>
        </message>
        <message>
            <source>Probability</source>
            <translation>Wahrscheinlichkeit</translation>
        </message>
        <message>
            <source>Photos</source>
            <translation>Fotos</translation>
        </message>
        <message>
            <source>Mean probability</source>
            <translation>Mittlere Wahrscheinlichkeit</translation>
        </message>
        <message>
            <source>Right</source>
            <translation>Richtig</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <translation>%1 bis %2</translation>
        </message>
        <message>
            <source>Each kind</source>
            <translation>Jede Art</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>Found least often: %1.</source>
            <translation>Am seltensten gefunden: %1.</translation>
        </message>
        <message>
            <source>Precision: of the photos answered with the kind, how many are of it. Recall: of its photos, how many are found. F1: the harmonic mean of the two.</source>
            <translation>Präzision: wie viele der Fotos, die mit der Art beantwortet wurden, von ihr sind. Recall: wie viele ihrer Fotos gefunden werden. F1: das harmonische Mittel von beiden.</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>Precision</source>
            <translation>Precision</translation>
        </message>
        <message>
            <source>Recall</source>
            <translation>Recall</translation>
        </message>
        <message>
            <source>F1</source>
            <translation>F1</translation>
        </message>
        <message>
            <source>Most often taken for</source>
            <translation>Am häufigsten gehalten für</translation>
        </message>
        <message>
            <source>Kinds taken for one another</source>
            <translation>Arten, die verwechselt werden</translation>
        </message>
        <message>
            <source>No photo was answered with a wrong kind.</source>
            <translation>Kein Foto wurde mit einer falschen Art beantwortet.</translation>
        </message>
        <message>
            <source>The %1 most frequent of %2 pairs; model-card.json has all.</source>
            <translation>Die %1 häufigsten von %2 Paaren; in model-card.json stehen alle.</translation>
        </message>
        <message>
            <source>All pairs, the most frequent first.</source>
            <translation>Alle Paare, das häufigste zuerst.</translation>
        </message>
        <message>
            <source>First kind</source>
            <translation>Erste Art</translation>
        </message>
        <message>
            <source>Second kind</source>
            <translation>Zweite Art</translation>
        </message>
        <message>
            <source>First taken for second</source>
            <translation>Erste für zweite gehalten</translation>
        </message>
        <message>
            <source>Second taken for first</source>
            <translation>Zweite für erste gehalten</translation>
        </message>
        <message>
            <source>Training</source>
            <translation>Training</translation>
        </message>
        <message>
            <source>Validation</source>
            <translation>Validierung</translation>
        </message>
        <message>
            <source>Accuracy over the epochs</source>
            <translation>Genauigkeit über die Epochen</translation>
        </message>
        <message>
            <source>Loss over the epochs</source>
            <translation>Verlust über die Epochen</translation>
        </message>
        <message>
            <source>epoch</source>
            <translation>Epoche</translation>
        </message>
        <message>
            <source>Accuracy over %1 epochs; in the last one %2 on training photos and %3 on validation photos.</source>
            <translation>Genauigkeit über %1 Epochen; in der letzten %2 auf Trainingsfotos und %3 auf Validierungsfotos.</translation>
        </message>
        <message>
            <source>Loss over %1 epochs; in the last one %2 on training photos and %3 on validation photos.</source>
            <translation>Verlust über %1 Epochen; in der letzten %2 auf Trainingsfotos und %3 auf Validierungsfotos.</translation>
        </message>
        <message>
            <source>fine-tuning begins</source>
            <translation>Feinabstimmung beginnt</translation>
        </message>
        <message>
            <source>The curves as a table. A star marks an epoch that was the best so far.</source>
            <translation>Die Kurven als Tabelle. Ein Stern bezeichnet eine Epoche, die bis dahin die beste war.</translation>
        </message>
        <message>
            <source>Epoch</source>
            <translation>Epoche</translation>
        </message>
        <message>
            <source>Phase</source>
            <translation>Phase</translation>
        </message>
        <message>
            <source>Training loss</source>
            <translation>Trainingsverlust</translation>
        </message>
        <message>
            <source>Validation loss</source>
            <translation>Validierungsverlust</translation>
        </message>
        <message>
            <source>Training top-1</source>
            <translation>Training, Top-1</translation>
        </message>
        <message>
            <source>Validation top-1</source>
            <translation>Validierung, Top-1</translation>
        </message>
        <message>
            <source>Learning rate</source>
            <translation>Lernrate</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>Settings of both phases</source>
            <translation>Einstellungen beider Phasen</translation>
        </message>
        <message>
            <source>Setting</source>
            <translation>Einstellung</translation>
        </message>
        <message>
            <source>Phase 1: the head learns</source>
            <translation>Phase 1: Der Kopf lernt</translation>
        </message>
        <message>
            <source>Phase 2: fine-tuning</source>
            <translation>Phase 2: Feinabstimmung</translation>
        </message>
        <message>
            <source>Settings of the whole run</source>
            <translation>Einstellungen des ganzen Laufs</translation>
        </message>
        <message>
            <source>Intended use and limits</source>
            <translation>Zweck und Grenzen</translation>
        </message>
        <message>
            <source>The model names the kind of flower in a photo, for people who look at its answer and can tell when it is wrong. It is not made for decisions about health, food or poison.</source>
            <translation>Das Modell nennt die Art der Blume auf einem Foto, für Menschen, die seine Antwort ansehen und merken, wenn sie falsch ist. Es ist nicht gemacht für Entscheidungen über Gesundheit, Essen oder Gift.</translation>
        </message>
        <message>
            <source>It answers only among its %1 kinds. A flower of another kind gets one of these names, unless the answer is “none of these”.</source>
            <translation>Es antwortet nur unter seinen %1 Arten. Eine Blume einer anderen Art bekommt einen dieser Namen, wenn die Antwort nicht „keine von diesen“ ist.</translation>
        </message>
        <message>
            <source>Its numbers were measured on the photos named here. On photos that were taken in another way, of other plants, or at another time of the year, it can be better or worse.</source>
            <translation>Seine Zahlen wurden auf den hier genannten Fotos gemessen. Auf Fotos, die anders, von anderen Pflanzen oder zu einer anderen Jahreszeit aufgenommen wurden, kann es besser oder schlechter sein.</translation>
        </message>
        <message>
            <source>An interval says how far the number may be off because only so many photos were measured. It says nothing about other photos.</source>
            <translation>Ein Intervall sagt, wie weit die Zahl danebenliegen kann, weil nur so viele Fotos gemessen wurden. Über andere Fotos sagt es nichts.</translation>
        </message>
        <message>
            <source>The validation photos chose the best epoch, so that their numbers are a little too good. The test photos chose nothing.</source>
            <translation>Die Validierungsfotos haben die beste Epoche gewählt, sodass ihre Zahlen etwas zu gut sind. Die Testfotos haben nichts gewählt.</translation>
        </message>
        <message>
            <source>What it was trained and measured on</source>
            <translation>Worauf es trainiert und gemessen wurde</translation>
        </message>
        <message>
            <source>What it was measured on</source>
            <translation>Worauf es gemessen wurde</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Ort</translation>
        </message>
        <message>
            <source>drawn by the program</source>
            <translation>vom Programm gezeichnet</translation>
        </message>
        <message>
            <source>Kinds</source>
            <translation>Arten</translation>
        </message>
        <message>
            <source>%1: %2 for training, %3 for validation, %4 for the test</source>
            <translation>%1: %2 für das Training, %3 für die Validierung, %4 für den Test</translation>
        </message>
        <message>
            <source>Split</source>
            <translation>Aufteilung</translation>
        </message>
        <message>
            <source>came with the photos</source>
            <translation>kam mit den Fotos</translation>
        </message>
        <message>
            <source>made by the program, by kind, with seed %1</source>
            <translation>vom Programm gemacht, nach Arten, mit Startwert %1</translation>
        </message>
        <message>
            <source>Hash of the split (SHA-256)</source>
            <translation>Prüfsumme der Aufteilung (SHA-256)</translation>
        </message>
        <message>
            <source>Kinds of these photos that the model doesn't know, whose photos were left out: %1.</source>
            <translation>Arten dieser Fotos, die das Modell nicht kennt und deren Fotos ausgelassen wurden: %1.</translation>
        </message>
        <message>
            <source>Kinds of the model without a photo here, about which nothing was measured: %1.</source>
            <translation>Arten des Modells ohne ein Foto hier, über die nichts gemessen wurde: %1.</translation>
        </message>
        <message>
            <source>Photos of each kind</source>
            <translation>Fotos jeder Art</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>Test</translation>
        </message>
        <message>
            <source>Results: %1</source>
            <translation>Ergebnisse: %1</translation>
        </message>
        <message>
            <source>The run</source>
            <translation>Der Lauf</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>Lauf</translation>
        </message>
        <message>
            <source>Began</source>
            <translation>Begann</translation>
        </message>
        <message>
            <source>Took</source>
            <translation>Dauerte</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>Endete</translation>
        </message>
        <message>
            <source>stopped by the user</source>
            <translation>vom Benutzer angehalten</translation>
        </message>
        <message>
            <source>as planned</source>
            <translation>wie geplant</translation>
        </message>
        <message>
            <source>Best epoch</source>
            <translation>Beste Epoche</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 von %2</translation>
        </message>
        <message>
            <source>Model and environment</source>
            <translation>Modell und Umgebung</translation>
        </message>
        <message>
            <source>The model</source>
            <translation>Das Modell</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>Netz</translation>
        </message>
        <message>
            <source>%1, width %2</source>
            <translation>%1, Breite %2</translation>
        </message>
        <message>
            <source>Input</source>
            <translation>Eingabe</translation>
        </message>
        <message>
            <source>%1 × %1 pixels</source>
            <translation>%1 × %1 Pixel</translation>
        </message>
        <message>
            <source>Parameters</source>
            <translation>Parameter</translation>
        </message>
        <message>
            <source>Multiply-adds for one photo</source>
            <translation>Multiplikationen mit Addition für ein Foto</translation>
        </message>
        <message>
            <source>What computed</source>
            <translation>Was gerechnet hat</translation>
        </message>
        <message>
            <source>Program</source>
            <translation>Programm</translation>
        </message>
        <message>
            <source>Libraries</source>
            <translation>Bibliotheken</translation>
        </message>
        <message>
            <source>System</source>
            <translation>System</translation>
        </message>
        <message>
            <source>Processor</source>
            <translation>Prozessor</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>Gerät</translation>
        </message>
        <message>
            <source>Threads</source>
            <translation>Threads</translation>
        </message>
        <message>
            <source>Card written</source>
            <translation>Karte geschrieben</translation>
        </message>
        <message>
            <source>en</source>
            <comment>the code of the language that you translate into</comment>
            <translation>de</translation>
        </message>
        <message>
            <source>%1 %</source>
            <translation>%1 %</translation>
        </message>
        <message>
            <source>%1 s</source>
            <translation>%1 s</translation>
        </message>
        <message>
            <source>%1 min %2 s</source>
            <translation>%1 min %2 s</translation>
        </message>
        <message>
            <source>%1 h %2 min</source>
            <translation>%1 h %2 min</translation>
        </message>
        <message>
            <source>%1 (95 % interval %2 to %3)</source>
            <translation>%1 (95-%-Intervall %2 bis %3)</translation>
        </message>
        <message>
            <source>All photos of the folder or list</source>
            <translation>Alle Fotos des Ordners oder der Liste</translation>
        </message>
        <message>
            <source>Training photos</source>
            <translation>Trainingsfotos</translation>
        </message>
        <message>
            <source>Validation photos</source>
            <translation>Validierungsfotos</translation>
        </message>
        <message>
            <source>Test photos</source>
            <translation>Testfotos</translation>
        </message>
        <message>
            <source>As far as is known here, these test photos have been measured in no run before this one.</source>
            <translation>Soweit hier bekannt, wurden diese Testfotos in keinem Lauf vor diesem gemessen.</translation>
        </message>
        <message>
            <source>These test photos have been measured in one run before this one. Choosing among runs by their test number makes it too good.</source>
            <translation>Diese Testfotos wurden in einem Lauf vor diesem gemessen. Wer unter Läufen nach ihrer Testzahl wählt, macht sie zu gut.</translation>
        </message>
        <message>
            <source>These test photos have been measured in %1 runs before this one. Choosing among runs by their test number makes it too good.</source>
            <translation>Diese Testfotos wurden in %1 Läufen vor diesem gemessen. Wer unter Läufen nach ihrer Testzahl wählt, macht sie zu gut.</translation>
        </message>
        <message>
            <source>The folder %1 can't be made. Choose another place for the model card.</source>
            <translation>Der Ordner %1 kann nicht angelegt werden. Wählen Sie einen anderen Ort für die Modellkarte.</translation>
        </message>
        <message>
            <source>Model card: %1, trained on %2</source>
            <translation>Modellkarte: %1, trainiert auf %2</translation>
        </message>
        <message>
            <source>95 % interval %1 to %2</source>
            <translation>95-%-Intervall %1 bis %2</translation>
        </message>
        <message>
            <source>First answer right</source>
            <translation>Erste Antwort richtig</translation>
        </message>
        <message>
            <source>Right among the first five</source>
            <translation>Richtig unter den ersten fünf</translation>
        </message>
        <message>
            <source>Mean over the kinds</source>
            <translation>Mittel über die Arten</translation>
        </message>
        <message>
            <source>Contents</source>
            <translation>Inhalt</translation>
        </message>
        <message>
            <source>%1 of %2: %3 photos, %4 kinds.</source>
            <translation>%1 von %2: %3 Fotos, %4 Arten.</translation>
        </message>
        <message>
            <source>Nothing was measured: there were no validation and no test photos.</source>
            <translation>Nichts wurde gemessen: Es gab keine Validierungs- und keine Testfotos.</translation>
        </message>
        <message>
            <source>Epochs</source>
            <translation>Epochen</translation>
        </message>
        <message>
            <source>Optimiser</source>
            <translation>Optimierer</translation>
        </message>
        <message>
            <source>Momentum</source>
            <translation>Momentum</translation>
        </message>
        <message>
            <source>Weight decay</source>
            <translation>Weight Decay</translation>
        </message>
        <message>
            <source>Batch size</source>
            <translation>Stapelgröße</translation>
        </message>
        <message>
            <source>Schedule</source>
            <translation>Verlauf</translation>
        </message>
        <message>
            <source>Step every</source>
            <translation>Stufe alle</translation>
        </message>
        <message>
            <source>Step factor</source>
            <translation>Stufenfaktor</translation>
        </message>
        <message>
            <source>Plateau patience</source>
            <translation>Geduld bei Stillstand</translation>
        </message>
        <message>
            <source>Warm-up epochs</source>
            <translation>Aufwärmepochen</translation>
        </message>
        <message>
            <source>Dropout</source>
            <translation>Dropout</translation>
        </message>
        <message>
            <source>Label smoothing</source>
            <translation>Label Smoothing</translation>
        </message>
        <message>
            <source>Early stopping</source>
            <translation>Vorzeitiges Ende</translation>
        </message>
        <message>
            <source>Patience</source>
            <translation>Geduld</translation>
        </message>
        <message>
            <source>Watch</source>
            <translation>Beobachten</translation>
        </message>
        <message>
            <source>Augmentation</source>
            <translation>Veränderte Ansichten</translation>
        </message>
        <message>
            <source>Random crop</source>
            <translation>Zufallsausschnitt</translation>
        </message>
        <message>
            <source>Smallest crop</source>
            <translation>Kleinster Ausschnitt</translation>
        </message>
        <message>
            <source>Flip</source>
            <translation>Spiegeln</translation>
        </message>
        <message>
            <source>Rotation (°)</source>
            <translation>Drehung (°)</translation>
        </message>
        <message>
            <source>Brightness</source>
            <translation>Helligkeit</translation>
        </message>
        <message>
            <source>Contrast</source>
            <translation>Kontrast</translation>
        </message>
        <message>
            <source>Saturation</source>
            <translation>Sättigung</translation>
        </message>
        <message>
            <source>Kept views</source>
            <translation>Behaltene Ansichten</translation>
        </message>
        <message>
            <source>Learning blocks</source>
            <translation>Lernende Blöcke</translation>
        </message>
        <message>
            <source>BatchNorm learns</source>
            <translation>BatchNorm lernt</translation>
        </message>
        <message>
            <source>Keep the best epoch</source>
            <translation>Beste Epoche behalten</translation>
        </message>
        <message>
            <source>Network width</source>
            <translation>Netzbreite</translation>
        </message>
        <message>
            <source>Image size</source>
            <translation>Bildgröße</translation>
        </message>
        <message>
            <source>Pretrained weights</source>
            <translation>Gewichte</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>Startwert</translation>
        </message>
        <message>
            <source>Numbers</source>
            <translation>Zahlen</translation>
        </message>
        <message>
            <source>Photo memory</source>
            <translation>Fotospeicher</translation>
        </message>
        <message>
            <source>Run folder</source>
            <translation>Ordner des Laufs</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>ja</translation>
        </message>
        <message>
            <source>no</source>
            <translation>nein</translation>
        </message>
        <message>
            <source>probability of the answer</source>
            <translation>Wahrscheinlichkeit der Antwort</translation>
        </message>
        <message>
            <source>right answers</source>
            <translation>richtige Antworten</translation>
        </message>
        <message>
            <source>The map was stopped.</source>
            <translation>Die Karte wurde angehalten.</translation>
        </message>
        <message>
            <source>Reading photos</source>
            <translation>Fotos werden gelesen</translation>
        </message>
        <message>
            <source>Computing features</source>
            <translation>Merkmale werden berechnet</translation>
        </message>
        <message>
            <source>Trying learning rates</source>
            <translation>Lernraten werden ausprobiert</translation>
        </message>
        <message>
            <source>learning rate  loss (smoothed)  loss of the batch</source>
            <translation>Lernrate  Verlust (geglättet)  Verlust des Stapels</translation>
        </message>
        <message>
            <source>Suggested learning rate: %1, where the loss falls fastest.</source>
            <translation>Vorgeschlagene Lernrate: %1, wo der Verlust am schnellsten fällt.</translation>
        </message>
        <message>
            <source>Suggested learning rate: %1. The loss never falls clearly; this is a tenth of the rate from which on it rises.</source>
            <translation>Vorgeschlagene Lernrate: %1. Der Verlust fällt nirgends deutlich; dies ist ein Zehntel der Rate, von der an er steigt.</translation>
        </message>
        <message>
            <source>The curve suggests no learning rate: the loss hardly changes at any of them.</source>
            <translation>Die Kurve legt keine Lernrate nahe: Der Verlust ändert sich bei keiner nennenswert.</translation>
        </message>
        <message>
            <source>The phase whose learning rate is searched for: head or finetune.</source>
            <translation>Die Phase, deren Lernrate gesucht wird: head oder finetune.</translation>
        </message>
        <message>
            <source>find-rate needs --data and --phase.</source>
            <translation>find-rate braucht --data und --phase.</translation>
        </message>
        <message>
            <source>--phase should be head or finetune.</source>
            <translation>--phase sollte head oder finetune sein.</translation>
        </message>
        <message>
            <source>Mixup</source>
            <translation>Mixup</translation>
        </message>
        <message>
            <source>CutMix</source>
            <translation>CutMix</translation>
        </message>
        <message>
            <source>Weight averaging</source>
            <translation>Gewichte mitteln</translation>
        </message>
        <message>
            <source>Mirror image too</source>
            <translation>Auch das Spiegelbild</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>For classes with few photos: none, weights (mistakes count more) or sampling (shown more often).</source>
            <translation>Für Klassen mit wenigen Fotos: none, weights (Fehler zählen mehr) oder sampling (öfter gezeigt).</translation>
        </message>
        <message>
            <source>--class-balance should be one of %1.</source>
            <translation>--class-balance sollte eines von %1 sein.</translation>
        </message>
        <message>
            <source>In epoch %1 the loss is no number any more.</source>
            <translation>In Epoche %1 ist der Verlust keine Zahl mehr.</translation>
        </message>
        <message>
            <source>The training loss rose from %1 in epoch %2 to %3 in epoch %4.</source>
            <translation>Der Trainingsverlust stieg von %1 in Epoche %2 auf %3 in Epoche %4.</translation>
        </message>
        <message>
            <source>After %1 epochs the training loss is %2; guessing among %3 kinds gives %4.</source>
            <translation>Nach %1 Epochen beträgt der Trainingsverlust %2; Raten unter %3 Arten ergibt %4.</translation>
        </message>
        <message>
            <source>Fine-tuning made it worse: at best %1 of the validation photos are right, against %2 in phase 1.</source>
            <translation>Die Feinabstimmung hat es verschlechtert: Höchstens %1 der Validierungsfotos sind richtig, gegen %2 in Phase 1.</translation>
        </message>
        <message>
            <source>The learning steps are too large: lower the learning rate of phase %1 (now %2).</source>
            <translation>Die Lernschritte sind zu groß: Senken Sie die Lernrate von Phase %1 (jetzt %2).</translation>
        </message>
        <message>
            <source>Switch augmentation on, or add photos.</source>
            <translation>Schalten Sie veränderte Ansichten ein, oder nehmen Sie Fotos dazu.</translation>
        </message>
        <message>
            <source>Raise dropout (now %1), or add photos.</source>
            <translation>Erhöhen Sie Dropout (jetzt %1), oder nehmen Sie Fotos dazu.</translation>
        </message>
        <message>
            <source>Raise weight decay (now %1), or add photos.</source>
            <translation>Erhöhen Sie Weight Decay (jetzt %1), oder nehmen Sie Fotos dazu.</translation>
        </message>
        <message>
            <source>The network learns photos by heart: %1 of the training photos are right, but only %2 of the validation photos (mean of %3 epochs).</source>
            <translation>Das Netz lernt die Fotos auswendig: %1 der Trainingsfotos sind richtig, aber nur %2 der Validierungsfotos (Mittel von %3 Epochen).</translation>
        </message>
        <message>
            <source>The network learns photos by heart: the validation loss rose from %1 in epoch %2 to %3, while the training loss fell from %4 to %5.</source>
            <translation>Das Netz lernt die Fotos auswendig: Der Validierungsverlust stieg von %1 in Epoche %2 auf %3, während der Trainingsverlust von %4 auf %5 sank.</translation>
        </message>
        <message>
            <source>The loss still falls: give phase %1 more epochs (now %2).</source>
            <translation>Der Verlust sinkt noch: Geben Sie Phase %1 mehr Epochen (jetzt %2).</translation>
        </message>
        <message>
            <source>Only the head learns so far: give phase 2 some epochs.</source>
            <translation>Bisher lernt nur der Kopf: Geben Sie Phase 2 Epochen.</translation>
        </message>
        <message>
            <source>Let more blocks learn (now %1 of %2).</source>
            <translation>Lassen Sie mehr Blöcke lernen (jetzt %1 von %2).</translation>
        </message>
        <message>
            <source>Raise the learning rate of phase 2 (now %1).</source>
            <translation>Erhöhen Sie die Lernrate von Phase 2 (jetzt %1).</translation>
        </message>
        <message>
            <source>The network has learned too little: only %1 of the training photos are right (mean of %2 epochs).</source>
            <translation>Das Netz hat zu wenig gelernt: Nur %1 der Trainingsfotos sind richtig (Mittel von %2 Epochen).</translation>
        </message>
        <message>
            <source>Epoch %1 was the best with %2 of the validation photos right; none of the %3 epochs since was better (mean of the last %4: %5).</source>
            <translation>Epoche %1 war die beste mit %2 der Validierungsfotos richtig; keine der %3 Epochen seither war besser (Mittel der letzten %4: %5).</translation>
        </message>
        <message>
            <source>Keep the model of the best epoch, not of the last.</source>
            <translation>Behalten Sie das Modell der besten Epoche, nicht das der letzten.</translation>
        </message>
        <message>
            <source>That epoch's model is kept; early stopping saves the time after it.</source>
            <translation>Das Modell dieser Epoche wird behalten; ein vorzeitiges Ende spart die Zeit danach.</translation>
        </message>
        <message numerus="yes">
            <source>%n kind(s) have fewer than %1 photos to learn from (%2).</source>
            <translation>
                <numerusform>%n Art hat weniger als %1 Fotos zum Lernen (%2).</numerusform>
                <numerusform>%n Arten haben weniger als %1 Fotos zum Lernen (%2).</numerusform>
            </translation>
        </message>
        <message>
            <source>Add photos of them; until then show rare kinds more often.</source>
            <translation>Nehmen Sie Fotos davon dazu; zeigen Sie seltene Arten bis dahin öfter.</translation>
        </message>
        <message>
            <source>Add photos of them; augmentation makes the most of those that are there.</source>
            <translation>Nehmen Sie Fotos davon dazu; veränderte Ansichten machen das Beste aus denen, die da sind.</translation>
        </message>
        <message>
            <source>The kinds are out of balance: %1 has %2 photos to learn from, %3 has %4. Let rare kinds count more (class weights) or show them more often (balanced sampling).</source>
            <translation>Die Arten sind ungleich verteilt: %1 hat %2 Fotos zum Lernen, %3 hat %4. Lassen Sie seltene Arten mehr zählen (Klassengewichte), oder zeigen Sie sie öfter (ausgewogene Auswahl).</translation>
        </message>
        <message>
            <source>Rare kinds</source>
            <translation>Seltene Arten</translation>
        </message>
        <message>
            <source>It can't be copied: %1.</source>
            <translation>Es kann nicht kopiert werden: %1.</translation>
        </message>
        <message>
            <source>It can't be written: %1.</source>
            <translation>Es kann nicht geschrieben werden: %1.</translation>
        </message>
        <message>
            <source>The folder %1 can't be made.</source>
            <translation>Der Ordner %1 kann nicht angelegt werden.</translation>
        </message>
        <message>
            <source>Answers from the photo and its mirror image.</source>
            <translation>Antwortet aus dem Foto und seinem Spiegelbild.</translation>
        </message>
        <message>
            <source>%1 is not there.</source>
            <translation>%1 ist nicht vorhanden.</translation>
        </message>
        <message>
            <source>The network has learned too little: only %1 of the validation photos are right (mean of %2 epochs). Mix photos less (Mixup now %3, CutMix %4).</source>
            <translation>Das Netz hat zu wenig gelernt: Nur %1 der Validierungsfotos sind richtig (Mittel aus %2 Epochen). Mischen Sie die Fotos weniger (Mixup jetzt %3, CutMix %4).</translation>
        </message>
        <message>
            <source>--preset scratch is for training without pretrained weights. Leave it or the weights out.</source>
            <translation>--preset scratch ist für Training ohne vortrainierte Gewichte. Lassen Sie es oder die Gewichte weg.</translation>
        </message>
        <message>
            <source>Crop resolution</source>
            <translation>Ausschnitt-Auflösung</translation>
        </message>
        <message>
            <source>The picture is a narrow strip, over 50 times as long as it is wide.</source>
            <translation>Das Bild ist ein schmaler Streifen, über 50-mal so lang wie breit.</translation>
        </message>
        <message>
            <source>Photos that can't be read</source>
            <translation>Fotos, die nicht lesbar sind</translation>
        </message>
        <message>
            <source>The same picture under two kinds</source>
            <translation>Dasselbe Bild unter zwei Arten</translation>
        </message>
        <message>
            <source>The same picture on both sides of the split</source>
            <translation>Dasselbe Bild auf beiden Seiten der Aufteilung</translation>
        </message>
        <message>
            <source>Kinds with nearly the same name</source>
            <translation>Arten mit fast demselben Namen</translation>
        </message>
        <message>
            <source>The same file more than once</source>
            <translation>Dieselbe Datei mehr als einmal</translation>
        </message>
        <message>
            <source>The same picture in different files</source>
            <translation>Dasselbe Bild in verschiedenen Dateien</translation>
        </message>
        <message>
            <source>Tiny photos</source>
            <translation>Winzige Fotos</translation>
        </message>
        <message>
            <source>Good to know</source>
            <translation>Gut zu wissen</translation>
        </message>
        <message>
            <source>    and %1 more</source>
            <translation>    und %1 weitere</translation>
        </message>
        <message>
            <source>%1 photos checked in %2 s: unreadable %3, tiny %4, exact duplicates %5, near duplicates %6.</source>
            <translation>%1 Fotos in %2 s geprüft: nicht lesbar %3, winzig %4, dieselbe Datei %5, dasselbe Bild %6.</translation>
        </message>
        <message>
            <source>Pictures on both sides of the split %1, pictures under two kinds %2, kinds with nearly the same name %3.</source>
            <translation>Bilder auf beiden Seiten der Aufteilung %1, Bilder unter zwei Arten %2, Arten mit fast demselben Namen %3.</translation>
        </message>
        <message>
            <source>The seed of the split, where the photos come without one.</source>
            <translation>Der Startwert der Aufteilung, wo die Fotos ohne eine kommen.</translation>
        </message>
        <message>
            <source>Threads; 0: as many as processors.</source>
            <translation>Threads; 0: so viele wie Prozessoren.</translation>
        </message>
        <message>
            <source>One JSON object a line; the last one has the counts.</source>
            <translation>Ein JSON-Objekt je Zeile; das letzte hat die Anzahlen.</translation>
        </message>
        <message>
            <source>check needs --data; --seed and --threads are whole numbers from 0 up.</source>
            <translation>check braucht --data; --seed und --threads sind ganze Zahlen ab 0.</translation>
        </message>
        <message>
            <source>Checking photos</source>
            <translation>Prüft Fotos</translation>
        </message>
        <message>
            <source>train needs --data and --out, or --resume.</source>
            <translation>train braucht --data und --out oder --resume.</translation>
        </message>
        <message>
            <source>A run goes on with its own settings and photos: --%1 can't be used with --resume.</source>
            <translation>Ein Lauf geht mit seinen eigenen Einstellungen und Fotos weiter: --%1 passt nicht zu --resume.</translation>
        </message>
        <message>
            <source>Go on with a run that was interrupted or stopped, with its own settings and photos.</source>
            <translation>Einen unterbrochenen oder angehaltenen Lauf mit seinen eigenen Einstellungen und Fotos fortsetzen.</translation>
        </message>
        <message>
            <source>train takes no argument without an option: %1</source>
            <translation>train nimmt kein Argument ohne Option: %1</translation>
        </message>
        <message>
            <source>All photos of “%1” were put under other kinds: it is no kind of its own any more.</source>
            <translation>Alle Fotos von „%1“ wurden unter andere Arten gelegt: Sie ist keine eigene Art mehr.</translation>
        </message>
        <message>
            <source>The file is cut short: a part of the picture is missing.</source>
            <translation>Die Datei ist abgeschnitten: Ein Teil des Bildes fehlt.</translation>
        </message>
        <message>
            <source>This file doesn't hold the state of a run.</source>
            <translation>Diese Datei enthält keinen Stand eines Laufs.</translation>
        </message>
        <message>
            <source>The state of this run was written by a newer version of Flower Trainer.</source>
            <translation>Der Stand dieses Laufs wurde von einer neueren Version von Flower Trainer geschrieben.</translation>
        </message>
        <message>
            <source>This run can't go on: %1, which says what it learns from, can't be opened. Start a new run.</source>
            <translation>Dieser Lauf kann nicht weitergehen: %1 sagt, woraus er lernt, und lässt sich nicht öffnen. Beginnen Sie einen neuen Lauf.</translation>
        </message>
        <message>
            <source>%1 is damaged, so this run can't go on. Start a new run.</source>
            <translation>%1 ist beschädigt, darum kann dieser Lauf nicht weitergehen. Beginnen Sie einen neuen Lauf.</translation>
        </message>
        <message>
            <source>The run in %1 is completed: there is nothing to go on with.</source>
            <translation>Der Lauf in %1 ist abgeschlossen: Es gibt nichts fortzusetzen.</translation>
        </message>
        <message>
            <source>Another program trains in the folder %1 at the moment (%2, process %3). Wait for its end, or choose another folder.</source>
            <translation>Im Ordner %1 trainiert gerade ein anderes Programm (%2, Prozess %3). Warten Sie, bis es fertig ist, oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <source>%1 lists far more than a data set of photos.</source>
            <translation>%1 listet weit mehr auf als ein Datensatz von Fotos.</translation>
        </message>
        <message>
            <source>The path leads to another computer. Copy its photos to this one.</source>
            <translation>Der Pfad führt zu einem anderen Computer. Kopieren Sie dessen Fotos auf diesen.</translation>
        </message>
        <message>
            <source>This is no file.</source>
            <translation>Das ist keine Datei.</translation>
        </message>
        <message>
            <source>The picture claims to be %1 × %2 pixels large. Over %3 million are not decoded.</source>
            <translation>Das Bild soll %1 × %2 Pixel groß sein. Mehr als %3 Millionen werden nicht dekodiert.</translation>
        </message>
        <message>
            <source>The JPEG is drawn in over %1 passes. It is not decoded.</source>
            <translation>Das JPEG wird in mehr als %1 Durchgängen gezeichnet. Es wird nicht dekodiert.</translation>
        </message>
        <message>
            <source>The last layer in %1 doesn't fit MobileNet-V2 of width %2.</source>
            <translation>Die letzte Schicht in %1 passt nicht zu MobileNet-V2 der Breite %2.</translation>
        </message>
        <message>
            <source>%1 asks for colours or a BatchNorm that can't be right. Fetch the file once more, or choose another.</source>
            <translation>%1 verlangt Farben oder eine BatchNorm, die nicht stimmen können. Holen Sie die Datei noch einmal, oder wählen Sie eine andere.</translation>
        </message>
        <message>
            <source>its header is far longer than that of a network</source>
            <translation>ihr Kopf ist viel länger als der eines Netzes</translation>
        </message>
        <message>
            <source>the name “%1” leads out of it</source>
            <translation>der Name „%1“ führt aus ihm hinaus</translation>
        </message>
        <message>
            <source>it holds far more entries than weights need</source>
            <translation>es enthält weit mehr Einträge, als Gewichte brauchen</translation>
        </message>
        <message>
            <source>%1 is no file.</source>
            <translation>%1 ist keine Datei.</translation>
        </message>
        <message>
            <source>Where the run stands can't be kept on disk: %1 The training goes on. Make room, or make the folder writable again, and the next epoch is kept; until then an interrupted run goes on from an earlier epoch.</source>
            <translation>Der Stand des Laufs kann nicht gesichert werden: %1 Das Training geht weiter. Schaffen Sie Platz oder machen Sie den Ordner wieder beschreibbar, dann wird die nächste Epoche gesichert; bis dahin geht ein unterbrochener Lauf von einer früheren Epoche aus weiter.</translation>
        </message>
        <message>
            <source>LibTorch gave up: %1</source>
            <translation>LibTorch gab auf: %1</translation>
        </message>
        <message>
            <source>Photos that look unlike their kind; a guess, which counts for nothing</source>
            <translation>Fotos, die anders aussehen als ihre Art; eine Vermutung, die nicht mitzählt</translation>
        </message>
        <message>
            <source>Pretrained weights that photos are compared with; without it, those that are at hand.</source>
            <translation>Vortrainierte Gewichte, mit denen Fotos verglichen werden; ohne die Angabe die vorhandenen.</translation>
        </message>
        <message>
            <source>There are no pretrained weights on this computer.</source>
            <translation>Auf diesem Rechner gibt es keine vortrainierten Gewichte.</translation>
        </message>
        <message>
            <source>%1 is damaged and can't be set aside.</source>
            <translation>%1 ist beschädigt und lässt sich nicht beiseitelegen.</translation>
        </message>
        <message>
            <source>%1 of %2 photos are not there. Found by content %3, by their place %4, by name only %5; changed %6, not found %7.</source>
            <translation>%1 von %2 Fotos sind nicht da. Am Inhalt gefunden: %3, an ihrem Platz: %4, nur am Namen: %5; geändert: %6, nicht gefunden: %7.</translation>
        </message>
        <message>
            <source>  %1: not found</source>
            <translation>  %1: nicht gefunden</translation>
        </message>
        <message>
            <source>  %1: only the name is that of %2</source>
            <translation>  %1: nur der Name ist der von %2</translation>
        </message>
        <message>
            <source>  %1: %2 has another content and is not taken</source>
            <translation>  %1: %2 hat einen anderen Inhalt und wird nicht genommen</translation>
        </message>
        <message>
            <source>A run whose photos were moved.</source>
            <translation>Ein Lauf, dessen Fotos verschoben wurden.</translation>
        </message>
        <message>
            <source>A list of photos whose photos were moved.</source>
            <translation>Eine Fotoliste, deren Fotos verschoben wurden.</translation>
        </message>
        <message>
            <source>The folder that the photos lie in now, or one above it.</source>
            <translation>Der Ordner, in dem die Fotos jetzt liegen, oder einer darüber.</translation>
        </message>
        <message>
            <source>Take photos that only have the right name, too.</source>
            <translation>Auch Fotos nehmen, die nur den richtigen Namen haben.</translation>
        </message>
        <message>
            <source>Remember nothing.</source>
            <translation>Nichts merken.</translation>
        </message>
        <message>
            <source>find-photos needs --run or --data, and --in.</source>
            <translation>find-photos braucht --run oder --data, und --in.</translation>
        </message>
        <message>
            <source>The folder of a run that goes in; may be given several times.</source>
            <translation>Der Ordner eines Laufs, der hineinkommt; darf mehrmals angegeben werden.</translation>
        </message>
        <message>
            <source>Only a list of the photos goes in, not the photos.</source>
            <translation>Nur eine Liste der Fotos kommt hinein, nicht die Fotos.</translation>
        </message>
        <message>
            <source>The ZIP to write; one that is there is replaced.</source>
            <translation>Die ZIP-Datei, die geschrieben wird; eine vorhandene wird ersetzt.</translation>
        </message>
        <message>
            <source>pack needs --data and --out; --seed is a whole number from 0 up.</source>
            <translation>pack braucht --data und --out; --seed ist eine ganze Zahl ab 0.</translation>
        </message>
        <message>
            <source>Packing</source>
            <translation>Packe</translation>
        </message>
        <message>
            <source>%1: %2 photos, %3 runs, %4 MB.</source>
            <translation>%1: %2 Fotos, %3 Läufe, %4 MB.</translation>
        </message>
        <message>
            <source>not there, only named: %1</source>
            <translation>nicht da, nur genannt: %1</translation>
        </message>
        <message>
            <source>The folder to make; nothing may be there.</source>
            <translation>Der Ordner, der angelegt wird; dort darf noch nichts sein.</translation>
        </message>
        <message>
            <source>Where runs go, each into a folder of its own; without it they stay in the project.</source>
            <translation>Wohin Läufe kommen, jeder in einen eigenen Ordner; ohne diese Angabe bleiben sie im Projekt.</translation>
        </message>
        <message>
            <source>unpack needs one ZIP file and --to.</source>
            <translation>unpack braucht eine ZIP-Datei und --to.</translation>
        </message>
        <message>
            <source>Unpacking</source>
            <translation>Entpacke</translation>
        </message>
        <message>
            <source>%1: %2 photos, listed in %3</source>
            <translation>%1: %2 Fotos, aufgelistet in %3</translation>
        </message>
        <message>
            <source>Photos of the list that weren't in the ZIP: %1</source>
            <translation>Fotos der Liste, die nicht in der ZIP-Datei waren: %1</translation>
        </message>
        <message>
            <source>run: %1</source>
            <translation>Lauf: %1</translation>
        </message>
        <message>
            <source>marks of a review, for --review: %1</source>
            <translation>Markierungen einer Durchsicht, für --review: %1</translation>
        </message>
        <message>
            <source>--photos is for --resume; a new run takes its photos from --data.</source>
            <translation>--photos gehört zu --resume; ein neuer Lauf nimmt seine Fotos von --data.</translation>
        </message>
        <message>
            <source>%1 photos of this run are not in %2, or changed, as %3. flower-trainer-cli find-photos says more; without --photos the run goes on without them.</source>
            <translation>%1 Fotos dieses Laufs liegen nicht in %2 oder wurden geändert, so %3. flower-trainer-cli find-photos sagt mehr; ohne --photos geht der Lauf ohne sie weiter.</translation>
        </message>
        <message>
            <source>Where the photos of the run that goes on lie now, if they were moved.</source>
            <translation>Wo die Fotos des Laufs, der weitergeht, jetzt liegen, falls sie verschoben wurden.</translation>
        </message>
        <message>
            <source>Looking for the photos was stopped.</source>
            <translation>Die Suche nach den Fotos wurde angehalten.</translation>
        </message>
        <message>
            <source>%1 is no folder. Choose the folder that the photos lie in now.</source>
            <translation>%1 ist kein Ordner. Wählen Sie den Ordner, in dem die Fotos jetzt liegen.</translation>
        </message>
        <message>
            <source>its list of photos (photos/photos.csv) is damaged</source>
            <translation>ihre Liste der Fotos (photos/photos.csv) ist beschädigt</translation>
        </message>
        <message>
            <source>its list of photos is far longer than that of a data set</source>
            <translation>ihre Liste der Fotos ist weit länger als die eines Datensatzes</translation>
        </message>
        <message>
            <source>No folder can be made in %1. Choose another place.</source>
            <translation>In %1 kann kein Ordner angelegt werden. Wählen Sie einen anderen Ort.</translation>
        </message>
        <message>
            <source>Memory ran out while the project %1 was read or written.</source>
            <translation>Der Speicher reichte nicht, um das Projekt %1 zu lesen oder zu schreiben.</translation>
        </message>
        <message>
            <source>Looking at the photos was stopped.</source>
            <translation>Das Ansehen der Fotos wurde angehalten.</translation>
        </message>
        <message>
            <source>The run “%1” was left out: its %2 is damaged, or names photos outside of the project.</source>
            <translation>Der Lauf „%1“ wurde ausgelassen: Seine %2 ist beschädigt oder nennt Fotos außerhalb des Projekts.</translation>
        </message>
        <message>
            <source>The model card of the run “%1” was left out: it isn't one that this program writes.</source>
            <translation>Die Modellkarte des Laufs „%1“ wurde ausgelassen: Dieses Programm schreibt keine solchen.</translation>
        </message>
        <message>
            <source>The run “%1” was left out: its run.json is damaged or a newer version's.</source>
            <translation>Der Lauf „%1“ wurde ausgelassen: Seine run.json ist beschädigt oder von einer neueren Version.</translation>
        </message>
        <message>
            <source>Comparing photos as a network sees them</source>
            <translation>Fotos werden verglichen, wie ein Netz sie sieht</translation>
        </message>
        <message>
            <source>%1 is empty.</source>
            <translation>%1 ist leer.</translation>
        </message>
        <message>
            <source>%1 classes; %2 photos to train on, %3 to validate, %4 to test. %5 parameters, on %6 with %7 threads.</source>
            <translation>%1 Klassen; %2 Fotos zum Trainieren, %3 zum Validieren, %4 zum Testen. %5 Parameter, auf %6 mit %7 Threads.</translation>
        </message>
        <message>
            <source>Epoch %1 of %2</source>
            <translation>Epoche %1 von %2</translation>
        </message>
        <message>
            <source>epoch %1  phase %2  loss %3 / %4  top-1 %5 / %6  %7 s%8</source>
            <translation>Epoche %1  Phase %2  Verlust %3 / %4  Top-1 %5 / %6  %7 s%8</translation>
        </message>
        <message>
            <source>The file can't be read: %1</source>
            <translation>Die Datei lässt sich nicht lesen: %1</translation>
        </message>
        <message>
            <source>Leave it out</source>
            <translation>Auslassen</translation>
        </message>
        <message>
            <source>Put them under “%1”</source>
            <translation>Unter „%1“ legen</translation>
        </message>
        <message>
            <source>Leave them all out</source>
            <translation>Alle auslassen</translation>
        </message>
        <message>
            <source>The same picture is called “%1”.</source>
            <translation>Dasselbe Bild heißt „%1“.</translation>
        </message>
        <message>
            <source>” and “</source>
            <translation>“ und „</translation>
        </message>
        <message>
            <source>The same picture is learned from, validated with and tested with.</source>
            <translation>Aus demselben Bild wird gelernt, und mit ihm wird validiert und getestet.</translation>
        </message>
        <message>
            <source>The same picture is validated with and tested with.</source>
            <translation>Mit demselben Bild wird validiert und getestet.</translation>
        </message>
        <message>
            <source>The same picture is learned from and tested with.</source>
            <translation>Aus demselben Bild wird gelernt, und mit ihm wird getestet.</translation>
        </message>
        <message>
            <source>The same picture is learned from and validated with.</source>
            <translation>Aus demselben Bild wird gelernt, und mit ihm wird validiert.</translation>
        </message>
        <message>
            <source>Keep only the test copy</source>
            <translation>Nur die Testkopie behalten</translation>
        </message>
        <message>
            <source>Leave the training copy out</source>
            <translation>Trainingskopie auslassen</translation>
        </message>
        <message>
            <source>Leave the training copies out</source>
            <translation>Trainingskopien auslassen</translation>
        </message>
        <message>
            <source>Leave the validation copy out</source>
            <translation>Validierungskopie auslassen</translation>
        </message>
        <message>
            <source>Leave the validation copies out</source>
            <translation>Validierungskopien auslassen</translation>
        </message>
        <message>
            <source>Leave the copy out</source>
            <translation>Kopie auslassen</translation>
        </message>
        <message>
            <source>Leave the copies out</source>
            <translation>Kopien auslassen</translation>
        </message>
        <message>
            <source>The same file, %1 times.</source>
            <translation>Dieselbe Datei, %1-mal.</translation>
        </message>
        <message>
            <source>The same picture, mirrored.</source>
            <translation>Dasselbe Bild, gespiegelt.</translation>
        </message>
        <message>
            <source>The same picture in different files.</source>
            <translation>Dasselbe Bild in verschiedenen Dateien.</translation>
        </message>
        <message>
            <source>“%1” differ only in capitals, accents, spaces or hyphens.</source>
            <translation>„%1“ unterscheiden sich nur in Großschreibung, Akzenten, Leerzeichen oder Bindestrichen.</translation>
        </message>
        <message>
            <source>“%1” are almost the same word.</source>
            <translation>„%1“ sind fast dasselbe Wort.</translation>
        </message>
        <message>
            <source>Only %1 × %2 pixels.</source>
            <translation>Nur %1 × %2 Pixel.</translation>
        </message>
        <message>
            <source>Unlike the others of “%1”, and like none of the other kinds.</source>
            <translation>Anders als die übrigen von „%1“ und wie keine andere Art.</translation>
        </message>
        <message>
            <source>Unlike the others of “%1”, and more like “%2”.</source>
            <translation>Anders als die übrigen von „%1“ und eher wie „%2“.</translation>
        </message>
        <message>
            <source>Put it under “%1”</source>
            <translation>Unter „%1“ legen</translation>
        </message>
        <message>
            <source>“%1” has %2 photos to learn from, “%3” has %4. Add photos of the rare one, or let rare kinds count more or come more often: settings, balance of kinds.</source>
            <translation>„%1“ hat %2 Fotos zum Lernen, „%3“ hat %4. Fügen Sie Fotos der seltenen Art hinzu, oder lassen Sie seltene Arten mehr zählen oder öfter kommen: Einstellungen, Ausgleich der Arten.</translation>
        </message>
        <message>
            <source>Photos that lie on their side in the file and have a mark that says so: %1. They are turned upright here, as on the camera; a program that passes over the mark sees them lying.</source>
            <translation>Fotos, die in der Datei auf der Seite liegen und ein Zeichen dafür haben: %1. Hier werden sie aufgerichtet wie auf der Kamera; ein Programm, das über das Zeichen hinweggeht, sieht sie liegen.</translation>
        </message>
        <message>
            <source>Most photos are small: half of them have a short side of %1 pixels or less. The network looks at 224 pixels, so that fine parts are missing. Larger versions of them would be learned better.</source>
            <translation>Die meisten Fotos sind klein: Bei der Hälfte hat die kurze Seite höchstens %1 Pixel. Das Netz sieht 224 Pixel an, sodass Feines fehlt. Größere Fassungen würden besser gelernt.</translation>
        </message>
        <message>
            <source>%1 of the photos couldn't be read once more, to be compared as a network sees them. Check again when they can be read.</source>
            <translation>%1 der Fotos konnten nicht noch einmal gelesen werden, um sie so zu vergleichen, wie ein Netz sie sieht. Prüfen Sie noch einmal, wenn sie lesbar sind.</translation>
        </message>
        <message>
            <source>The check of the photos was stopped.</source>
            <translation>Die Prüfung der Fotos wurde angehalten.</translation>
        </message>
        <message>
            <source>Drawn samples</source>
            <translation>Gezeichnete Beispiele</translation>
        </message>
        <message>
            <source>“%1” isn't a file's name.</source>
            <translation>„%1“ ist kein Dateiname.</translation>
        </message>
        <message>
            <source>%1 isn't a secure address. Only https:// addresses are fetched from.</source>
            <translation>%1 ist keine sichere Adresse. Geladen wird nur von https://-Adressen.</translation>
        </message>
        <message>
            <source>There is no checksum to compare “%1” with, so it isn't fetched.</source>
            <translation>Es gibt keine Prüfsumme, mit der „%1“ verglichen werden kann, deshalb wird es nicht geholt.</translation>
        </message>
        <message>
            <source>The folder %1 can't be made. Choose another one.</source>
            <translation>Der Ordner %1 kann nicht angelegt werden. Wählen Sie einen anderen.</translation>
        </message>
        <message>
            <source>%1 is being fetched already. Wait for its end.</source>
            <translation>%1 wird schon geladen. Warten Sie, bis das fertig ist.</translation>
        </message>
        <message>
            <source>Nothing can be written to %1. Choose another folder.</source>
            <translation>In %1 kann nichts geschrieben werden. Wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <source>What came from %1 isn't the right file: its checksum differs. It was not kept. Try again later.</source>
            <translation>Was von %1 kam, ist nicht die richtige Datei: Die Prüfsumme weicht ab. Sie wurde nicht behalten. Versuchen Sie es später noch einmal.</translation>
        </message>
        <message>
            <source>The setting “%1%2” should be %3.</source>
            <translation>Die Einstellung „%1%2“ sollte %3 sein.</translation>
        </message>
        <message>
            <source>one of %1</source>
            <translation>eines von %1</translation>
        </message>
        <message>
            <source>true or false</source>
            <translation>true oder false</translation>
        </message>
        <message>
            <source>a whole number from 0 up</source>
            <translation>eine ganze Zahl ab 0</translation>
        </message>
        <message>
            <source>a text</source>
            <translation>ein Text</translation>
        </message>
        <message>
            <source>an object</source>
            <translation>ein Objekt</translation>
        </message>
        <message>
            <source>a whole number</source>
            <translation>eine ganze Zahl</translation>
        </message>
        <message>
            <source>a number</source>
            <translation>eine Zahl</translation>
        </message>
        <message>
            <source>There is no setting “%1%2”.</source>
            <translation>Es gibt keine Einstellung „%1%2“.</translation>
        </message>
        <message>
            <source>The search for a learning rate was stopped.</source>
            <translation>Die Suche nach einer Lernrate wurde abgebrochen.</translation>
        </message>
        <message>
            <source>Memory ran out. Choose a smaller batch or image size, or close other programs.</source>
            <translation>Der Speicher reicht nicht. Wählen Sie einen kleineren Stapel oder kleinere Bilder, oder schließen Sie andere Programme.</translation>
        </message>
        <message>
            <source>There is no network to look at them with.</source>
            <translation>Es gibt kein Netz, das sie ansehen könnte.</translation>
        </message>
        <message>
            <source>This is done for up to %1 photos.</source>
            <translation>Das geschieht für höchstens %1 Fotos.</translation>
        </message>
        <message>
            <source>Not looked for: photos that look like none of the kinds, and copies with a tenth or more cut off. %1</source>
            <translation>Nicht gesucht: Fotos, die wie keine der Arten aussehen, und Kopien, von denen ein Zehntel oder mehr abgeschnitten ist. %1</translation>
        </message>
        <message>
            <source>Memory ran out. The run is kept up to its last epoch: close other programs and go on with it, or start one with a smaller batch or image size.</source>
            <translation>Der Speicher ist ausgegangen. Der Lauf ist bis zu seiner letzten Epoche gesichert: Schließen Sie andere Programme und setzen Sie ihn fort, oder beginnen Sie einen mit kleinerem Stapel oder kleineren Bildern.</translation>
        </message>
        <message>
            <source>The model couldn't be opened: %1</source>
            <translation>Das Modell konnte nicht geöffnet werden: %1</translation>
        </message>
        <message>
            <source>Open a trained model first.</source>
            <translation>Öffnen Sie zuerst ein trainiertes Modell.</translation>
        </message>
        <message>
            <source>The network couldn't answer: %1</source>
            <translation>Das Netz konnte nicht antworten: %1</translation>
        </message>
        <message>
            <source>The picture is empty or a narrow strip.</source>
            <translation>Das Bild ist leer oder ein schmaler Streifen.</translation>
        </message>
        <message>
            <source>The model has no class of that number.</source>
            <translation>Das Modell hat keine Klasse dieser Nummer.</translation>
        </message>
        <message>
            <source>None of the “%1” photos belongs to a class that this model knows. Choose the data set that it was trained for, or another subset.</source>
            <translation>Keines der Fotos in „%1“ gehört zu einer Klasse, die dieses Modell kennt. Wählen Sie die Fotos, für die es trainiert wurde, oder einen anderen Teil.</translation>
        </message>
        <message>
            <source>None of the photos belongs to a class that this model knows. Its classes are: %1. Name the folders or labels like them.</source>
            <translation>Keines der Fotos gehört zu einer Klasse, die dieses Modell kennt. Seine Klassen sind: %1. Benennen Sie die Ordner oder Beschriftungen wie diese.</translation>
        </message>
        <message>
            <source>Memory ran out. Close other programs and try again.</source>
            <translation>Der Speicher reicht nicht. Schließen Sie andere Programme und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>There is no map of these photos yet.</source>
            <translation>Von diesen Fotos gibt es noch keine Karte.</translation>
        </message>
        <message>
            <source>None of these photos can be read. Put them back where they were when this run was trained, and try again.</source>
            <translation>Keines dieser Fotos kann gelesen werden. Legen Sie sie dorthin zurück, wo sie beim Training dieses Laufs waren, und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>imagelabels.mat and setid.mat of Oxford 102 are missing. Put them beside %1.</source>
            <translation>imagelabels.mat und setid.mat von Oxford 102 fehlen. Legen Sie beide neben %1 ab.</translation>
        </message>
        <message>
            <source>Oxford 102 can't be unpacked into %1. Make room there.</source>
            <translation>Oxford 102 kann nicht nach %1 entpackt werden. Schaffen Sie dort Platz.</translation>
        </message>
        <message>
            <source>%1 isn't the archive of Oxford 102: it has no folder “jpg”.</source>
            <translation>%1 ist nicht das Archiv von Oxford 102: Es enthält keinen Ordner „jpg“.</translation>
        </message>
        <message>
            <source>%1 is too large to be of Oxford 102.</source>
            <translation>%1 ist zu groß, um von Oxford 102 zu sein.</translation>
        </message>
        <message>
            <source>%1 can't be written: %2. Make room there, or choose another folder.</source>
            <translation>%1 kann nicht geschrieben werden: %2. Schaffen Sie dort Platz, oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <source>%1 is no map of photos, or it is damaged.</source>
            <translation>%1 ist keine Karte von Fotos oder ist beschädigt.</translation>
        </message>
        <message>
            <source>%1 was written by a newer version of Flower Trainer.</source>
            <translation>%1 stammt von einer neueren Version von Flower Trainer.</translation>
        </message>
        <message>
            <source>%1 is of another model or of other photos.</source>
            <translation>%1 gehört zu einem anderen Modell oder zu anderen Fotos.</translation>
        </message>
        <message>
            <source>%1 is no file of a review, or it is damaged.</source>
            <translation>%1 ist keine Datei einer Durchsicht oder ist beschädigt.</translation>
        </message>
        <message>
            <source>The review in %1 was written by a newer version of Flower Trainer. Update the program; the file was left as it is.</source>
            <translation>Die Durchsicht in %1 wurde von einer neueren Version von Flower Trainer geschrieben. Aktualisieren Sie das Programm; die Datei wurde nicht verändert.</translation>
        </message>
        <message>
            <source>%1, which says where photos were moved to, is damaged.</source>
            <translation>%1 sagt, wohin Fotos verschoben wurden, und ist beschädigt.</translation>
        </message>
        <message>
            <source>%1, which says where photos were moved to, was written by a newer version of Flower Trainer. Update the program; the file was left as it is.</source>
            <translation>%1 sagt, wohin Fotos verschoben wurden, und wurde von einer neueren Version von Flower Trainer geschrieben. Aktualisieren Sie das Programm; die Datei blieb, wie sie ist.</translation>
        </message>
        <message>
            <source>%1 ends in the middle of its list of tensors. Fetch it once more.</source>
            <translation>%1 endet mitten in der Liste der Tensoren. Holen Sie die Datei noch einmal.</translation>
        </message>
        <message>
            <source>%1 is written in pickle protocol %2, which is not known.</source>
            <translation>%1 ist im Pickle-Protokoll %2 geschrieben, das nicht bekannt ist.</translation>
        </message>
        <message>
            <source>Save the weights alone, with torch.save(model.state_dict(), file).</source>
            <translation>Sichern Sie nur die Gewichte, mit torch.save(model.state_dict(), file).</translation>
        </message>
        <message>
            <source>%1 asks for “%2” and uses the pickle opcode %3, which weights don't need; nothing of it was executed. %4</source>
            <translation>%1 verlangt „%2“ und benutzt den Pickle-Befehl %3, was Gewichte nicht brauchen; nichts davon wurde ausgeführt. %4</translation>
        </message>
        <message>
            <source>%1 uses the pickle opcode %2, which weights don't need; nothing of it was executed. %3</source>
            <translation>%1 benutzt den Pickle-Befehl %2, den Gewichte nicht brauchen; nichts davon wurde ausgeführt. %3</translation>
        </message>
        <message>
            <source>%1 is not a sound PyTorch weights file: its pickle opcode %2 stands where it makes no sense.</source>
            <translation>%1 ist keine heile Gewichtsdatei von PyTorch: Der Pickle-Befehl %2 steht, wo er keinen Sinn ergibt.</translation>
        </message>
        <message>
            <source>%1 lists more than the tensors of a network, or nests it too deep.</source>
            <translation>%1 enthält mehr als die Tensoren eines Netzes, oder zu tief verschachtelt.</translation>
        </message>
        <message>
            <source>%1 asks for “%2”, which weights don't need; nothing of it was executed. Save the weights alone, with torch.save(model.state_dict(), file).</source>
            <translation>%1 verlangt „%2“, was Gewichte nicht brauchen; nichts davon wurde ausgeführt. Sichern Sie nur die Gewichte, mit torch.save(model.state_dict(), file).</translation>
        </message>
        <message>
            <source>%1 calls “%2”, which weights don't need; nothing of it was executed.</source>
            <translation>%1 ruft „%2“ auf, was Gewichte nicht brauchen; nichts davon wurde ausgeführt.</translation>
        </message>
        <message>
            <source>Reading the project was stopped.</source>
            <translation>Das Lesen des Projekts wurde angehalten.</translation>
        </message>
        <message>
            <source>it is no project of Flower Trainer, which has a project.json and photos/photos.csv</source>
            <translation>sie ist kein Projekt von Flower Trainer, das eine project.json und photos/photos.csv hat</translation>
        </message>
        <message>
            <source>it holds more files than a project can</source>
            <translation>sie enthält mehr Dateien, als ein Projekt haben kann</translation>
        </message>
        <message>
            <source>“%1” in it claims to be larger than such a file can be</source>
            <translation>„%1“ darin will größer sein, als eine solche Datei sein kann</translation>
        </message>
        <message>
            <source>it would unpack to far more than a project of its size can</source>
            <translation>entpackt wäre sie weit größer, als ein Projekt dieser Größe sein kann</translation>
        </message>
        <message>
            <source>the name “%1” in it isn't one that every system can write inside of the project</source>
            <translation>der Name „%1“ darin ist keiner, den jedes System innerhalb des Projekts schreiben kann</translation>
        </message>
        <message>
            <source>“%1” is in it twice, apart from capitals</source>
            <translation>„%1“ ist, von Großbuchstaben abgesehen, zweimal darin</translation>
        </message>
        <message>
            <source>“%1” in it is a file and a folder</source>
            <translation>„%1“ darin ist Datei und Ordner zugleich</translation>
        </message>
        <message>
            <source>its review.json is damaged or a newer version's</source>
            <translation>ihre review.json ist beschädigt oder von einer neueren Version</translation>
        </message>
        <message>
            <source>its review.json names photos outside of the project</source>
            <translation>ihre review.json nennt Fotos außerhalb des Projekts</translation>
        </message>
        <message>
            <source>its project.json is damaged or another program's</source>
            <translation>ihre project.json ist beschädigt oder die eines anderen Programms</translation>
        </message>
        <message>
            <source>a newer version of Flower Trainer wrote it; update the program</source>
            <translation>eine neuere Version von Flower Trainer hat sie geschrieben; aktualisieren Sie das Programm</translation>
        </message>
        <message>
            <source>it claims to hold more runs than anybody trains</source>
            <translation>sie will mehr Läufe enthalten, als jemand macht</translation>
        </message>
        <message>
            <source>The photos are in the folder “photos”, listed in photos/photos.csv with their kinds.</source>
            <translation>Die Fotos sind im Ordner „photos“, aufgelistet in photos/photos.csv mit ihren Arten.</translation>
        </message>
        <message>
            <source>The photos themselves are not in it: photos/photos.csv says which ones belong to it.</source>
            <translation>Die Fotos selbst sind nicht darin: photos/photos.csv sagt, welche dazugehören.</translation>
        </message>
        <message>
            <source>This is the project “%1” of Flower Trainer, a free program that teaches a computer to tell flowers apart. %2</source>
            <translation>Das ist das Projekt „%1“ von Flower Trainer, einem freien Programm, das einem Rechner beibringt, Blumen zu unterscheiden. %2</translation>
        </message>
        <message>
            <source>To open it, start Flower Trainer and drop the ZIP file on its window, or choose File, Open a project (ZIP).</source>
            <translation>Zum Öffnen starten Sie Flower Trainer und ziehen die ZIP-Datei auf sein Fenster, oder wählen Sie Datei, Projekt öffnen (ZIP).</translation>
        </message>
        <message>
            <source>There are no photos to hand on. Open some first.</source>
            <translation>Es gibt keine Fotos zum Weitergeben. Öffnen Sie zuerst welche.</translation>
        </message>
        <message>
            <source>Packing was stopped. Nothing was written.</source>
            <translation>Das Packen wurde angehalten. Es wurde nichts geschrieben.</translation>
        </message>
        <message>
            <source>%1 is there already. Choose another name, so that nothing is written over.</source>
            <translation>%1 gibt es schon. Wählen Sie einen anderen Namen, damit nichts überschrieben wird.</translation>
        </message>
        <message>
            <source>The project takes %1, but only %2 are free on the disk. Make room, or choose another place.</source>
            <translation>Das Projekt braucht %1, auf dem Datenträger sind aber nur %2 frei. Schaffen Sie Platz, oder wählen Sie einen anderen Ort.</translation>
        </message>
        <message>
            <source>it changed while it was read</source>
            <translation>sie hat sich beim Lesen geändert</translation>
        </message>
        <message>
            <source>the folder can't be made</source>
            <translation>der Ordner kann nicht angelegt werden</translation>
        </message>
        <message>
            <source>Opening the project was stopped. Nothing was kept.</source>
            <translation>Das Öffnen des Projekts wurde angehalten. Es wurde nichts behalten.</translation>
        </message>
        <message>
            <source>the photo “%1” in it isn't the one that was packed; ask for it once more</source>
            <translation>das Foto „%1“ darin ist nicht das, das gepackt wurde; lassen Sie sich die Datei noch einmal geben</translation>
        </message>
        <message>
            <source>something of that name came there meanwhile</source>
            <translation>inzwischen liegt dort etwas dieses Namens</translation>
        </message>
        <message>
            <source>Files in the ZIP that have no place in a project were left out: %1.</source>
            <translation>Dateien in der ZIP-Datei, die in ein Projekt nicht gehören, wurden ausgelassen: %1.</translation>
        </message>
        <message>
            <source>The run “%1” can't be moved to %2.</source>
            <translation>Der Lauf „%1“ kann nicht nach %2 gebracht werden.</translation>
        </message>
        <message>
            <source>%1 can't be written: %2. Make room on the disk, or choose another place.</source>
            <translation>%1 kann nicht geschrieben werden: %2. Schaffen Sie Platz auf dem Datenträger, oder wählen Sie einen anderen Ort.</translation>
        </message>
        <message>
            <source>torch.save didn't write it</source>
            <translation>torch.save hat sie nicht geschrieben</translation>
        </message>
        <message>
            <source>it has an unknown version</source>
            <translation>sie hat eine unbekannte Version</translation>
        </message>
        <message>
            <source>its storages and its tensors don't fit together</source>
            <translation>ihre Speicherblöcke und Tensoren passen nicht zusammen</translation>
        </message>
        <message>
            <source>it ends too early</source>
            <translation>sie endet zu früh</translation>
        </message>
        <message>
            <source>a storage is not as long as its tensors say</source>
            <translation>ein Speicherblock ist nicht so lang, wie seine Tensoren angeben</translation>
        </message>
        <message>
            <source>it holds more than one list of tensors</source>
            <translation>sie enthält mehr als eine Liste von Tensoren</translation>
        </message>
        <message>
            <source>the archive has no data.pkl</source>
            <translation>das Archiv hat keine data.pkl</translation>
        </message>
        <message>
            <source>%1 was written with the byte order “%2”. Save it once more on a usual computer.</source>
            <translation>%1 wurde mit der Byte-Reihenfolge „%2“ geschrieben. Sichern Sie die Datei noch einmal auf einem üblichen Rechner.</translation>
        </message>
        <message>
            <source>the storage “%1” is missing</source>
            <translation>der Speicherblock „%1“ fehlt</translation>
        </message>
        <message>
            <source>it describes a storage in an unknown form</source>
            <translation>sie beschreibt einen Speicherblock in unbekannter Form</translation>
        </message>
        <message>
            <source>a storage claims more data than the file holds</source>
            <translation>ein Speicherblock verlangt mehr Daten, als die Datei enthält</translation>
        </message>
        <message>
            <source>it describes a storage in two ways</source>
            <translation>sie beschreibt einen Speicherblock auf zwei Weisen</translation>
        </message>
        <message>
            <source>it holds no dictionary of tensors</source>
            <translation>sie enthält kein Verzeichnis von Tensoren</translation>
        </message>
        <message>
            <source>a tensor has no name</source>
            <translation>ein Tensor hat keinen Namen</translation>
        </message>
        <message>
            <source>it holds the tensor “%1” twice</source>
            <translation>sie enthält den Tensor „%1“ zweimal</translation>
        </message>
        <message>
            <source>“%2” in %1 is no tensor. Save the weights alone, with torch.save(model.state_dict(), file).</source>
            <translation>„%2“ in %1 ist kein Tensor. Sichern Sie nur die Gewichte, mit torch.save(model.state_dict(), file).</translation>
        </message>
        <message>
            <source>the tensor “%1” is described in an unknown form</source>
            <translation>der Tensor „%1“ ist in unbekannter Form beschrieben</translation>
        </message>
        <message>
            <source>the tensor “%1” claims more data than its storage holds</source>
            <translation>der Tensor „%1“ verlangt mehr Daten, als sein Speicherblock enthält</translation>
        </message>
        <message>
            <source>its tensors claim more data than the file holds</source>
            <translation>ihre Tensoren verlangen mehr Daten, als die Datei enthält</translation>
        </message>
        <message>
            <source>“%1” is %2; it should be between %3 and %4.</source>
            <translation>„%1“ ist %2; es sollte zwischen %3 und %4 liegen.</translation>
        </message>
        <message>
            <source>The folder of the run book can't be made: %1</source>
            <translation>Der Ordner für das Verzeichnis der Läufe lässt sich nicht anlegen: %1</translation>
        </message>
        <message>
            <source>The run book was written by a newer version of Flower Trainer. Update the program; the book was left as it is: %1</source>
            <translation>Das Verzeichnis der Läufe stammt von einer neueren Version von Flower Trainer. Aktualisieren Sie das Programm; die Datei blieb, wie sie ist: %1</translation>
        </message>
        <message>
            <source>The run book is damaged and can't be set aside: %1</source>
            <translation>Das Verzeichnis der Läufe ist beschädigt und lässt sich nicht beiseitelegen: %1</translation>
        </message>
        <message>
            <source>The run book can't be made anew: %1</source>
            <translation>Das Verzeichnis der Läufe lässt sich nicht neu anlegen: %1</translation>
        </message>
        <message>
            <source>%1 is no file of a run, or it is damaged.</source>
            <translation>%1 ist keine Datei eines Laufs, oder sie ist beschädigt.</translation>
        </message>
        <message>
            <source>%1 names a class that the run doesn't know.</source>
            <translation>%1 nennt eine Klasse, die der Lauf nicht kennt.</translation>
        </message>
        <message>
            <source>The run in %1 is being trained at the moment. Hand it on when it is done.</source>
            <translation>Der Lauf in %1 wird gerade trainiert. Geben Sie ihn weiter, wenn er fertig ist.</translation>
        </message>
        <message>
            <source>%1 can't be read and was left out: %2.</source>
            <translation>%1 kann nicht gelesen werden und wurde ausgelassen: %2.</translation>
        </message>
        <message>
            <source>%1 is too large to be a file of a run and was left out.</source>
            <translation>%1 ist für eine Datei eines Laufs zu groß und wurde ausgelassen.</translation>
        </message>
        <message>
            <source>%1 is damaged, or names folders of this computer, and was left out.</source>
            <translation>%1 ist beschädigt oder nennt Ordner dieses Rechners und wurde ausgelassen.</translation>
        </message>
        <message>
            <source>There is too little memory to unpack %1.</source>
            <translation>Der Arbeitsspeicher reicht nicht, um %1 zu entpacken.</translation>
        </message>
        <message>
            <source>%1 holds more files than Oxford 102 has. It was not unpacked.</source>
            <translation>%1 enthält mehr Dateien, als Oxford 102 hat. Das Archiv wurde nicht entpackt.</translation>
        </message>
        <message>
            <source>%1 can't be made. Make room on the disk.</source>
            <translation>%1 kann nicht angelegt werden. Schaffen Sie Platz auf dem Datenträger.</translation>
        </message>
        <message>
            <source>Unpacking was stopped.</source>
            <translation>Das Entpacken wurde abgebrochen.</translation>
        </message>
        <message>
            <source>%1 unpacks to far more than Oxford 102 has. It was not kept.</source>
            <translation>%1 ist entpackt weit größer als Oxford 102. Es wurde nichts behalten.</translation>
        </message>
        <message>
            <source>%1 can't be written: %2. Make room on the disk.</source>
            <translation>%1 kann nicht geschrieben werden: %2. Schaffen Sie Platz auf dem Datenträger.</translation>
        </message>
        <message>
            <source>%1 is damaged or incomplete. Fetch it again.</source>
            <translation>%1 ist beschädigt oder unvollständig. Laden Sie die Datei noch einmal.</translation>
        </message>
        <message>
            <source>%1 holds “%2”, which has no place in an archive of photos. It was not unpacked; fetch the official one.</source>
            <translation>%1 enthält „%2“, das in einem Fotoarchiv nichts zu suchen hat. Es wurde nicht entpackt; laden Sie das offizielle Archiv.</translation>
        </message>
        <message>
            <source>The width should be 0.35, 0.5, 0.75, 1.0 or 1.4.</source>
            <translation>Die Breite sollte 0,35, 0,5, 0,75, 1,0 oder 1,4 sein.</translation>
        </message>
        <message>
            <source>The image size should be a multiple of 32, as 224 is.</source>
            <translation>Die Bildgröße sollte ein Vielfaches von 32 sein, wie 224.</translation>
        </message>
        <message>
            <source>Both phases have no epochs. Give at least one of them some.</source>
            <translation>Beide Phasen haben keine Epochen. Geben Sie mindestens einer welche.</translation>
        </message>
        <message>
            <source>CutMix in phase 1 cuts pieces from photos, but with kept views phase 1 sees only their features. Set “Kept views” to 0 and augmentation on, use Mixup, or set CutMix of phase 1 to 0.</source>
            <translation>CutMix schneidet Stücke aus Fotos, mit behaltenen Ansichten sieht Phase 1 aber nur deren Merkmale. Setzen Sie „Behaltene Ansichten“ auf 0 und schalten Sie veränderte Ansichten ein, nehmen Sie Mixup oder setzen Sie CutMix der Phase 1 auf 0.</translation>
        </message>
        <message>
            <source>Choose a folder for the run's results.</source>
            <translation>Wählen Sie einen Ordner für die Ergebnisse des Laufs.</translation>
        </message>
        <message>
            <source>The settings are not a JSON object (%1 at byte %2).</source>
            <translation>Die Einstellungen sind kein JSON-Objekt (%1 bei Byte %2).</translation>
        </message>
        <message>
            <source>The settings have version %1; this program knows version 1.</source>
            <translation>Die Einstellungen haben die Version %1; dieses Programm kennt Version 1.</translation>
        </message>
        <message>
            <source>What was kept of this run can't be used: %1 Start a new run.</source>
            <translation>Was von diesem Lauf gesichert wurde, ist nicht zu gebrauchen: %1 Beginnen Sie einen neuen Lauf.</translation>
        </message>
        <message>
            <source>The run goes on after epoch %1.</source>
            <translation>Der Lauf geht nach Epoche %1 weiter.</translation>
        </message>
        <message>
            <source>The run began with %1 photos; %2 of them can be read now. It goes on with these, so its numbers will not be those of a run that was never interrupted.</source>
            <translation>Der Lauf begann mit %1 Fotos; davon sind jetzt %2 lesbar. Mit diesen geht er weiter, seine Zahlen sind darum nicht die eines nie unterbrochenen Laufs.</translation>
        </message>
        <message>
            <source>The model can't be saved: %1 The run is kept up to the last epoch that could be written: make room, or make the folder writable again, then go on with it, and it ends with the model.</source>
            <translation>Das Modell kann nicht gespeichert werden: %1 Der Lauf ist bis zur letzten Epoche gesichert, die geschrieben werden konnte: Schaffen Sie Platz oder machen Sie den Ordner wieder beschreibbar und setzen Sie ihn dann fort, dann endet er mit dem Modell.</translation>
        </message>
        <message>
            <source>it is no file</source>
            <translation>sie ist keine Datei</translation>
        </message>
        <message>
            <source>it is locked with a password; ask for one without</source>
            <translation>sie ist mit einem Passwort verschlossen; lassen Sie sich eine ohne geben</translation>
        </message>
        <message>
            <source>a name in it can't be read</source>
            <translation>ein Name darin ist nicht zu lesen</translation>
        </message>
        <message>
            <source>“%1” in it is a link or a device, which have no place in a project</source>
            <translation>„%1“ darin ist eine Verknüpfung oder ein Gerät, die in ein Projekt nicht gehören</translation>
        </message>
        <message>
            <source>it doesn't say how large “%1” is</source>
            <translation>sie sagt nicht, wie groß „%1“ ist</translation>
        </message>
        <message>
            <source>“%1” in it is longer than it says</source>
            <translation>„%1“ darin ist länger als angegeben</translation>
        </message>
        <message>
            <source>“%1” in it is shorter than it says</source>
            <translation>„%1“ darin ist kürzer als angegeben</translation>
        </message>
        <message>
            <source>%1 was not opened: %2.</source>
            <translation>%1 wurde nicht geöffnet: %2.</translation>
        </message>
        <message>
            <source>it is damaged, incomplete or no ZIP; ask for it once more</source>
            <translation>sie ist beschädigt, unvollständig oder keine ZIP-Datei; lassen Sie sich die Datei noch einmal geben</translation>
        </message>
        <message>
            <source>Memory ran out while %1 was written.</source>
            <translation>Der Speicher reichte nicht, um %1 zu schreiben.</translation>
        </message>
    </context>
    <context>
        <name>flower::AnswerBars</name>
        <message>
            <source>Answers to the chosen photo</source>
            <translation>Antworten zum gewählten Foto</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <translation>%1 %2</translation>
        </message>
    </context>
    <context>
        <name>flower::AnswerCorrections</name>
        <message numerus="yes">
            <source>take back the correction of %n photo(s)</source>
            <translation>
                <numerusform>die Berichtigung eines Fotos zurücknehmen</numerusform>
                <numerusform>die Berichtigung von %n Fotos zurücknehmen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>correct %n photo(s) to %1</source>
            <translation>
                <numerusform>ein Foto zu %1 berichtigen</numerusform>
                <numerusform>%n Fotos zu %1 berichtigen</numerusform>
            </translation>
        </message>
        <message>
            <source>Earlier corrections of photos in %1 can't be read. Their file was set aside as %2.</source>
            <translation>Frühere Berichtigungen von Fotos in %1 sind nicht lesbar. Ihre Datei wurde als %2 beiseitegelegt.</translation>
        </message>
        <message>
            <source>The corrections can't be kept; they hold until the program ends. %1</source>
            <translation>Die Berichtigungen können nicht behalten werden; sie gelten, bis das Programm endet. %1</translation>
        </message>
    </context>
    <context>
        <name>flower::AnswerDesk</name>
        <message>
            <source>Correct…</source>
            <translation>Berichtigen …</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>Zurücknehmen</translation>
        </message>
        <message>
            <source>Answers</source>
            <translation>Antworten</translation>
        </message>
        <message>
            <source>List</source>
            <translation>Liste</translation>
        </message>
        <message>
            <source>Large photos with their five most probable kinds</source>
            <translation>Große Fotos mit ihren fünf wahrscheinlichsten Arten</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>Tabelle</translation>
        </message>
        <message>
            <source>A row for each photo, to sort by any column</source>
            <translation>Eine Zeile je Foto, nach jeder Spalte zu sortieren</translation>
        </message>
        <message>
            <source>Search file or kind</source>
            <translation>Datei oder Art suchen</translation>
        </message>
        <message>
            <source>Which answers</source>
            <translation>Welche Antworten</translation>
        </message>
        <message>
            <source>All answers</source>
            <translation>Alle Antworten</translation>
        </message>
        <message>
            <source>Sure</source>
            <translation>Sicher</translation>
        </message>
        <message>
            <source>Not sure</source>
            <translation>Nicht sicher</translation>
        </message>
        <message>
            <source>None of these</source>
            <translation>Keine von diesen</translation>
        </message>
        <message>
            <source>Corrected</source>
            <translation>Berichtigt</translation>
        </message>
        <message>
            <source>Wrong</source>
            <translation>Falsch</translation>
        </message>
        <message>
            <source>Which answers are shown, saved and copied. Wrong: the photo's folder is named after another kind.</source>
            <translation>Welche Antworten gezeigt, gespeichert und kopiert werden. Falsch: Der Ordner des Fotos heißt nach einer anderen Art.</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>Reihenfolge</translation>
        </message>
        <message>
            <source>As opened</source>
            <translation>Wie geöffnet</translation>
        </message>
        <message>
            <source>Least sure first</source>
            <translation>Unsicherste zuerst</translation>
        </message>
        <message>
            <source>Most sure first</source>
            <translation>Sicherste zuerst</translation>
        </message>
        <message>
            <source>By file</source>
            <translation>Nach Datei</translation>
        </message>
        <message>
            <source>By date taken</source>
            <translation>Nach Aufnahmedatum</translation>
        </message>
        <message>
            <source>By column</source>
            <translation>Nach Spalte</translation>
        </message>
        <message>
            <source>Take the correction of the selected photos back (Delete)</source>
            <translation>Nimmt die Berichtigung der gewählten Fotos zurück (Entf)</translation>
        </message>
        <message>
            <source>Copy into class folders…</source>
            <translation>In Ordner je Art kopieren …</translation>
        </message>
        <message>
            <source>Copies the photos that are shown into a folder for each kind. Nothing is moved or written over.</source>
            <translation>Kopiert die gezeigten Fotos in je einen Ordner für jede Art. Nichts wird verschoben oder überschrieben.</translation>
        </message>
        <message>
            <source>Copy the photos that are shown into folders in</source>
            <translation>Die gezeigten Fotos in Ordner kopieren in</translation>
        </message>
        <message>
            <source>None of the photos that are shown has an answer to be copied by.</source>
            <translation>Keines der gezeigten Fotos hat eine Antwort, nach der es kopiert werden könnte.</translation>
        </message>
        <message numerus="yes">
            <source>%n photo(s)</source>
            <translation>
                <numerusform>%n Foto</numerusform>
                <numerusform>%n Fotos</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 of %2 photos</source>
            <translation>%1 von %2 Fotos</translation>
        </message>
        <message>
            <source>Earlier model</source>
            <translation>Früheres Modell</translation>
        </message>
        <message>
            <source>Give the selected photos the right kind (C). It is remembered; the files stay as they are.</source>
            <translation>Gibt den gewählten Fotos die richtige Art (C). Sie wird behalten; die Dateien bleiben, wie sie sind.</translation>
        </message>
    </context>
    <context>
        <name>flower::AnswerSide</name>
        <message>
            <source>Waiting for its answer…</source>
            <translation>Wartet auf seine Antwort …</translation>
        </message>
    </context>
    <context>
        <name>flower::AnswerTable</name>
        <message>
            <source>Answers as a table</source>
            <translation>Antworten als Tabelle</translation>
        </message>
    </context>
    <context>
        <name>flower::AnsweredPhotoDelegate</name>
        <message>
            <source>not found</source>
            <translation>nicht gefunden</translation>
        </message>
    </context>
    <context>
        <name>flower::AnsweredPhotosModel</name>
        <message>
            <source>True kind: %1. Loss: %2</source>
            <translation>Wahre Art: %1. Verlust: %2</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>A double click opens the photo.</source>
            <translation>Ein Doppelklick öffnet das Foto.</translation>
        </message>
        <message>
            <source>%1, true kind %2, answered %3 with %4</source>
            <translation>%1, wahre Art %2, beantwortet mit %3 zu %4</translation>
        </message>
    </context>
    <context>
        <name>flower::AugmentationPreview</name>
        <message>
            <source>What the network sees</source>
            <translation>Was das Netz sieht</translation>
        </message>
        <message>
            <source>Phase</source>
            <translation>Phase</translation>
        </message>
        <message>
            <source>Phase 1</source>
            <translation>Phase 1</translation>
        </message>
        <message>
            <source>Phase 2</source>
            <translation>Phase 2</translation>
        </message>
        <message>
            <source>Your photo</source>
            <translation>Ihr Foto</translation>
        </message>
        <message>
            <source>View %1</source>
            <translation>Ansicht %1</translation>
        </message>
        <message>
            <source>Other photos</source>
            <translation>Andere Fotos</translation>
        </message>
        <message>
            <source>Views as the network learns from them with the settings of now: %1 × %1 pixels, seed %2.</source>
            <translation>Ansichten, wie das Netz mit den jetzigen Einstellungen daraus lernt: %1 × %1 Pixel, Startwert %2.</translation>
        </message>
        <message>
            <source>Augmentation is off: the network sees the middle of each photo, always the same.</source>
            <translation>Veränderte Ansichten sind aus: Das Netz sieht die Mitte jedes Fotos, immer gleich.</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>View %1 of %2</source>
            <translation>Ansicht %1 von %2</translation>
        </message>
    </context>
    <context>
        <name>flower::Banner</name>
        <message>
            <source>Hide this message</source>
            <translation>Diese Meldung ausblenden</translation>
        </message>
    </context>
    <context>
        <name>flower::Bench</name>
        <message>
            <source>The measurement was stopped.</source>
            <translation>Die Messung wurde abgebrochen.</translation>
        </message>
    </context>
    <context>
        <name>flower::CalibrationCard</name>
        <message>
            <source>Calibration error %1; before temperature scaling not known</source>
            <translation>Kalibrierungsfehler %1; vor der Temperaturskalierung nicht bekannt</translation>
        </message>
        <message>
            <source>Calibration error %1; before temperature scaling %2</source>
            <translation>Kalibrierungsfehler %1; vor der Temperaturskalierung %2</translation>
        </message>
        <message>
            <source>Are its probabilities true?</source>
            <translation>Stimmen die Wahrscheinlichkeiten?</translation>
        </message>
        <message>
            <source>Show the numbers as a table</source>
            <translation>Die Zahlen als Tabelle zeigen</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>Tabelle</translation>
        </message>
        <message>
            <source>Reliability diagram as a table</source>
            <translation>Zuverlässigkeitsdiagramm als Tabelle</translation>
        </message>
        <message>
            <source>Expected calibration error: how far, on the mean, the probability of an answer is from the part of
such answers that are right. Temperature scaling makes answers less sure where they were too sure.</source>
            <translation>Erwarteter Kalibrierungsfehler (expected calibration error): wie weit die Wahrscheinlichkeit einer Antwort im Mittel vom Anteil
solcher Antworten entfernt ist, die richtig sind. Temperaturskalierung macht zu sichere Antworten weniger sicher.</translation>
        </message>
    </context>
    <context>
        <name>flower::CameraSource</name>
        <message>
            <source>The camera can't be used: %1</source>
            <translation>Die Kamera kann nicht benutzt werden: %1</translation>
        </message>
    </context>
    <context>
        <name>flower::CameraView</name>
        <message>
            <source>Camera</source>
            <translation>Kamera</translation>
        </message>
        <message>
            <source>Answer what the camera sees, until you switch it off or leave this page. Nothing is kept or sent.</source>
            <translation>Bestimmt, was die Kamera sieht, bis Sie sie ausschalten oder diese Seite verlassen. Nichts wird behalten oder gesendet.</translation>
        </message>
        <message>
            <source>What the camera sees</source>
            <translation>Was die Kamera sieht</translation>
        </message>
        <message>
            <source>Stop camera</source>
            <translation>Kamera aus</translation>
        </message>
        <message>
            <source>The camera starts…</source>
            <translation>Die Kamera startet …</translation>
        </message>
        <message>
            <source>%1 answers a second</source>
            <translation>%1 Antworten in der Sekunde</translation>
        </message>
    </context>
    <context>
        <name>flower::CheckNote</name>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Show them</source>
            <translation>Zeigen</translation>
        </message>
        <message>
            <source>Check of the photos</source>
            <translation>Prüfung der Fotos</translation>
        </message>
        <message>
            <source>%v of %m</source>
            <translation>%v von %m</translation>
        </message>
        <message>
            <source>Stop checking the photos. They can be trained with all the same.</source>
            <translation>Die Prüfung der Fotos anhalten. Trainiert werden kann trotzdem mit ihnen.</translation>
        </message>
        <message>
            <source>The check of the photos goes on when the training has ended.</source>
            <translation>Die Prüfung der Fotos geht weiter, wenn das Training zu Ende ist.</translation>
        </message>
        <message>
            <source>Checking the photos:</source>
            <translation>Prüft die Fotos:</translation>
        </message>
        <message>
            <source>Worth a look before training: %1.</source>
            <translation>Vor dem Training einen Blick wert: %1.</translation>
        </message>
        <message>
            <source>More is being looked for:</source>
            <translation>Es wird weiter gesucht:</translation>
        </message>
    </context>
    <context>
        <name>flower::CheckSession</name>
        <message>
            <source>The check of the photos was stopped.</source>
            <translation>Die Prüfung der Fotos wurde angehalten.</translation>
        </message>
        <message>
            <source>The check of the photos broke off: %1</source>
            <translation>Die Prüfung der Fotos brach ab: %1</translation>
        </message>
    </context>
    <context>
        <name>flower::CheckTab</name>
        <message>
            <source>Check again</source>
            <translation>Erneut prüfen</translation>
        </message>
        <message>
            <source>Look through the photos once more. Only those that changed are read.</source>
            <translation>Die Fotos noch einmal durchsehen. Gelesen werden nur die, die sich geändert haben.</translation>
        </message>
        <message>
            <source>What was found</source>
            <translation>Was gefunden wurde</translation>
        </message>
        <message>
            <source>Findings</source>
            <translation>Funde</translation>
        </message>
        <message>
            <source>Other ways</source>
            <translation>Andere Wege</translation>
        </message>
        <message>
            <source>The check of the photos goes on when the training has ended.</source>
            <translation>Die Prüfung der Fotos geht weiter, wenn das Training zu Ende ist.</translation>
        </message>
        <message>
            <source>The photos are being checked. They can be trained with meanwhile.</source>
            <translation>Die Fotos werden geprüft. Trainiert werden kann inzwischen mit ihnen.</translation>
        </message>
        <message>
            <source>The check was stopped. What was seen is remembered.</source>
            <translation>Die Prüfung wurde angehalten. Was sie gesehen hat, ist gemerkt.</translation>
        </message>
        <message numerus="yes">
            <source>%n photo(s) were checked: there is nothing to put right.</source>
            <translation>
                <numerusform>%n Foto wurde geprüft: Es gibt nichts zu berichtigen.</numerusform>
                <numerusform>%n Fotos wurden geprüft: Es gibt nichts zu berichtigen.</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <translation>%1 (%2)</translation>
        </message>
        <message numerus="yes">
            <source>Leave out for all (%n photo(s))</source>
            <translation>
                <numerusform>Bei allen auslassen (%n Foto)</numerusform>
                <numerusform>Bei allen auslassen (%n Fotos)</numerusform>
            </translation>
        </message>
        <message>
            <source>Does for each finding in this list what its first button does, in one step</source>
            <translation>Tut für jeden Fund dieser Liste in einem Schritt, was seine erste Schaltfläche tut</translation>
        </message>
        <message>
            <source>Nothing here must be done, and no file is touched. Ctrl+Z undoes a step.</source>
            <translation>Nichts davon muss getan werden, und keine Datei wird angerührt. Strg+Z nimmt einen Schritt zurück.</translation>
        </message>
        <message>
            <source>Turned when they are read</source>
            <translation>Beim Lesen aufgerichtet</translation>
        </message>
        <message>
            <source>Copies that were cut and photos that look unlike their kind are still being looked for. What is here can be put right meanwhile.</source>
            <translation>Zugeschnittene Kopien und Fotos, die nicht wie ihre Art aussehen, werden noch gesucht. Was schon da ist, kann inzwischen berichtigt werden.</translation>
        </message>
    </context>
    <context>
        <name>flower::ChoosePhotosPage</name>
        <message>
            <source>Browse…</source>
            <translation>Durchsuchen …</translation>
        </message>
        <message>
            <source>Which photos?</source>
            <translation>Welche Fotos?</translation>
        </message>
        <message>
            <source>You can also drop a folder or a CSV file here. Photos are only read, never changed.</source>
            <translation>Sie können einen Ordner oder eine CSV-Datei auch hier ablegen. Fotos werden nur gelesen, nie verändert.</translation>
        </message>
        <message>
            <source>Built-in samples</source>
            <translation>Eingebaute Beispiele</translation>
        </message>
        <message>
            <source>A folder</source>
            <translation>Ein Ordner</translation>
        </message>
        <message>
            <source>A list of photos (CSV)</source>
            <translation>Eine Fotoliste (CSV)</translation>
        </message>
        <message>
            <source>Drawn flowers of six kinds, made by the program. Trains in about a minute, without weights or network.</source>
            <translation>Gezeichnete Blumen von sechs Arten, vom Programm gemacht. Das Training dauert etwa eine Minute, ohne Gewichte und ohne Netz.</translation>
        </message>
        <message>
            <source>One subfolder for each kind; or train, val and test folders with such subfolders; or Oxford 102 Flowers as it is published.</source>
            <translation>Ein Unterordner je Art; oder Ordner train, val und test mit solchen Unterordnern; oder Oxford 102 Flowers, wie es veröffentlicht ist.</translation>
        </message>
        <message>
            <source>A file with the columns path,label and, if you like, split.</source>
            <translation>Eine Datei mit den Spalten path,label und auf Wunsch split.</translation>
        </message>
        <message>
            <source>Place of the photos</source>
            <translation>Ort der Fotos</translation>
        </message>
        <message>
            <source>No place chosen yet</source>
            <translation>Noch kein Ort gewählt</translation>
        </message>
        <message>
            <source>Choose the folder with your photos</source>
            <translation>Wählen Sie den Ordner mit Ihren Fotos</translation>
        </message>
        <message>
            <source>Choose a list of photos</source>
            <translation>Wählen Sie eine Fotoliste</translation>
        </message>
        <message>
            <source>List of photos (*.csv)</source>
            <translation>Fotoliste (*.csv)</translation>
        </message>
        <message>
            <source>Oxford 102 Flowers</source>
            <translation>Oxford 102 Flowers</translation>
        </message>
        <message>
            <source>8,189 photos of 102 kinds, as published. They are on this computer already.</source>
            <translation>8.189 Fotos von 102 Arten, wie veröffentlicht. Sie sind schon auf diesem Rechner.</translation>
        </message>
        <message>
            <source>8,189 photos of 102 kinds, as published. Fetched once, after you agreed.</source>
            <translation>8.189 Fotos von 102 Arten, wie veröffentlicht. Sie werden einmal geladen, nachdem Sie zugestimmt haben.</translation>
        </message>
        <message numerus="yes">
            <source>You can go on with the other %Ln photo(s), or find these first.</source>
            <translation>
                <numerusform>Sie können mit dem anderen Foto weitermachen oder diese zuerst suchen.</numerusform>
                <numerusform>Sie können mit den anderen %Ln Fotos weitermachen oder diese zuerst suchen.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>flower::ClassBars</name>
        <message>
            <source>✓ %1</source>
            <translation>✓ %1</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Show what speaks for this kind</source>
            <translation>Zeigen, was für diese Art spricht</translation>
        </message>
        <message>
            <source>The most probable kinds</source>
            <translation>Die wahrscheinlichsten Arten</translation>
        </message>
    </context>
    <context>
        <name>flower::ClassReportModel</name>
        <message>
            <source>%1 (%2)</source>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>Precision</source>
            <translation>Precision</translation>
        </message>
        <message>
            <source>Recall</source>
            <translation>Recall</translation>
        </message>
        <message>
            <source>F1</source>
            <translation>F1</translation>
        </message>
        <message>
            <source>Photos</source>
            <translation>Fotos</translation>
        </message>
        <message>
            <source>Most confused with</source>
            <translation>Oft verwechselt mit</translation>
        </message>
        <message>
            <source>A kind of flower; the field says “class”</source>
            <translation>Eine Blumenart; in der Fachsprache „Klasse“</translation>
        </message>
        <message>
            <source>Of the photos answered with this kind, how many are of it</source>
            <translation>Wie viele der mit dieser Art beantworteten Fotos zeigen sie (Genauigkeit)</translation>
        </message>
        <message>
            <source>Of the photos of this kind, how many are answered with it</source>
            <translation>Wie viele Fotos dieser Art werden mit ihr beantwortet (Trefferquote)</translation>
        </message>
        <message>
            <source>Harmonic mean of precision and recall: high only where both are</source>
            <translation>Harmonisches Mittel aus Precision und Recall: nur hoch, wo beide es sind</translation>
        </message>
        <message>
            <source>Photos of this kind that were answered (“support”)</source>
            <translation>Beantwortete Fotos dieser Art („support“)</translation>
        </message>
        <message>
            <source>The wrong answer that its photos get most often, and to how many of them</source>
            <translation>Die falsche Antwort, die ihre Fotos am häufigsten bekommen, und wie viele von ihnen</translation>
        </message>
    </context>
    <context>
        <name>flower::ClassTableModel</name>
        <message>
            <source>All kinds</source>
            <translation>Alle Arten</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>Photos</source>
            <translation>Fotos</translation>
        </message>
        <message>
            <source>Train</source>
            <translation>Training</translation>
        </message>
        <message>
            <source>Val</source>
            <translation>Val.</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>Test</translation>
        </message>
        <message>
            <source>A kind of flower; the field says “class”</source>
            <translation>Eine Blumenart; in der Fachsprache „Klasse“</translation>
        </message>
        <message>
            <source>Photos of this kind</source>
            <translation>Fotos dieser Art</translation>
        </message>
        <message>
            <source>Photos that the network learns from</source>
            <translation>Fotos, aus denen das Netz lernt</translation>
        </message>
        <message>
            <source>Photos that choose the best epoch; never learned from</source>
            <translation>Fotos, die die beste Epoche bestimmen; aus ihnen wird nie gelernt</translation>
        </message>
        <message>
            <source>Photos looked at once, at the end; they choose nothing</source>
            <translation>Fotos, die nur am Ende einmal angesehen werden; sie bestimmen nichts</translation>
        </message>
    </context>
    <context>
        <name>flower::ClassifyPage</name>
        <message>
            <source>Classify</source>
            <translation>Bestimmen</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Open photos…</source>
            <translation>Fotos öffnen …</translation>
        </message>
        <message>
            <source>Save as CSV…</source>
            <translation>Als CSV sichern …</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Leeren</translation>
        </message>
        <message>
            <source>Open model…</source>
            <translation>Modell öffnen …</translation>
        </message>
        <message>
            <source>Choose a model that was trained and saved (model.safetensors)</source>
            <translation>Wählen Sie ein trainiertes, gesichertes Modell (model.safetensors)</translation>
        </message>
        <message>
            <source>Choose photos to classify (Ctrl+O); Ctrl+V pastes one</source>
            <translation>Fotos zum Bestimmen wählen (Strg+O); Strg+V fügt eines ein</translation>
        </message>
        <message>
            <source>What flower is this?</source>
            <translation>Welche Blume ist das?</translation>
        </message>
        <message>
            <source>Drop photos or folders here, open them, or paste a picture. The answers come from the model that you trained, on this computer.</source>
            <translation>Legen Sie Fotos oder Ordner hier ab, öffnen Sie sie oder fügen Sie ein Bild ein. Die Antworten kommen von dem Modell, das Sie trainiert haben, auf diesem Rechner.</translation>
        </message>
        <message>
            <source>Open a model</source>
            <translation>Modell öffnen</translation>
        </message>
        <message>
            <source>Models (*.safetensors)</source>
            <translation>Modelle (*.safetensors)</translation>
        </message>
        <message>
            <source>Open photos</source>
            <translation>Fotos öffnen</translation>
        </message>
        <message>
            <source>Photos (*.jpg *.jpeg *.png *.webp *.bmp *.tif *.tiff *.JPG *.JPEG *.PNG)</source>
            <translation>Fotos (*.jpg *.jpeg *.png *.webp *.bmp *.tif *.tiff *.JPG *.JPEG *.PNG)</translation>
        </message>
        <message>
            <source>Pasted picture %1</source>
            <translation>Eingefügtes Bild %1</translation>
        </message>
        <message>
            <source>There is no picture and no file to paste.</source>
            <translation>Es gibt kein Bild und keine Datei zum Einfügen.</translation>
        </message>
        <message>
            <source>There are no photos in this folder.</source>
            <translation>In diesem Ordner sind keine Fotos.</translation>
        </message>
        <message>
            <source>Open a model first, or train one: the photos are answered as soon as there is one.</source>
            <translation>Öffnen Sie zuerst ein Modell oder trainieren Sie eines: Die Fotos werden bestimmt, sobald es da ist.</translation>
        </message>
        <message>
            <source>Save the answers</source>
            <translation>Antworten sichern</translation>
        </message>
        <message>
            <source>Table (*.csv)</source>
            <translation>Tabelle (*.csv)</translation>
        </message>
        <message>
            <source>%1 can't be written: %2</source>
            <translation>%1 lässt sich nicht schreiben: %2</translation>
        </message>
        <message>
            <source>No model is open: train one, or open one that was saved</source>
            <translation>Kein Modell ist offen: Trainieren Sie eines oder öffnen Sie ein gesichertes</translation>
        </message>
        <message>
            <source>%1 · %2 kinds</source>
            <translation>%1 · %2 Arten</translation>
        </message>
        <message>
            <source> · %1 of its test photos right</source>
            <translation> · %1 seiner Testfotos richtig</translation>
        </message>
        <message numerus="yes">
            <source>The answers to %n photo(s) were saved to %1.</source>
            <translation>
                <numerusform>Die Antwort zu einem Foto wurde in %1 gespeichert.</numerusform>
                <numerusform>Die Antworten zu %n Fotos wurden in %1 gespeichert.</numerusform>
            </translation>
        </message>
        <message>
            <source>Choose a photo to see why it was answered so, or several of one plant (Ctrl) for one answer.</source>
            <translation>Wählen Sie ein Foto, um den Grund seiner Antwort zu sehen, oder mehrere einer Pflanze (Strg) für eine gemeinsame Antwort.</translation>
        </message>
    </context>
    <context>
        <name>flower::ClassifySession</name>
        <message>
            <source>Opening the model broke off: %1</source>
            <translation>Das Öffnen des Modells brach ab: %1</translation>
        </message>
        <message>
            <source>Looking at the photo broke off: %1</source>
            <translation>Das Betrachten des Fotos brach ab: %1</translation>
        </message>
    </context>
    <context>
        <name>flower::ConfusedPairsModel</name>
        <message>
            <source>%1 answered %2: %3. %2 answered %1: %4.</source>
            <translation>%1 als %2 beantwortet: %3. %2 als %1 beantwortet: %4.</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>and kind</source>
            <translation>und Art</translation>
        </message>
        <message>
            <source>One kind of the pair</source>
            <translation>Eine Art des Paars</translation>
        </message>
        <message>
            <source>The other kind of the pair</source>
            <translation>Die andere Art des Paars</translation>
        </message>
        <message>
            <source>Photos of the one that were answered with the other</source>
            <translation>Fotos der einen, die mit der anderen beantwortet wurden</translation>
        </message>
        <message>
            <source>Photos of the other that were answered with the one</source>
            <translation>Fotos der anderen, die mit der einen beantwortet wurden</translation>
        </message>
    </context>
    <context>
        <name>flower::ConfusionColors</name>
        <message>
            <source>%1, answered rightly: %2 of %3 photos (%4)</source>
            <translation>%1, richtig beantwortet: %2 von %3 Fotos (%4)</translation>
        </message>
        <message>
            <source>True %1, answered %2: %3 of %4 photos (%5)</source>
            <translation>Wahr %1, beantwortet %2: %3 von %4 Fotos (%5)</translation>
        </message>
        <message>
            <source>right, up to %1</source>
            <translation>richtig, bis %1</translation>
        </message>
        <message>
            <source>mistakes, up to %1</source>
            <translation>Fehler, bis %1</translation>
        </message>
    </context>
    <context>
        <name>flower::ConfusionMap</name>
        <message>
            <source>Confusion of kinds</source>
            <translation>Verwechslung der Arten</translation>
        </message>
        <message>
            <source>Rows are the true kinds, columns the answers. Wheel zooms, drag moves, a click shows the photos of a cell,
a double click shows all. Keys: arrows, Return, + and -, 0.</source>
            <translation>Zeilen sind die wahren Arten, Spalten die Antworten. Das Rad vergrößert, Ziehen verschiebt, ein Klick zeigt die Fotos
einer Zelle, ein Doppelklick zeigt alles. Tasten: Pfeile, Eingabe, + und -, 0.</translation>
        </message>
        <message>
            <source>True kind ↑</source>
            <translation>Wahre Art ↑</translation>
        </message>
        <message>
            <source>Answer →</source>
            <translation>Antwort →</translation>
        </message>
    </context>
    <context>
        <name>flower::ConfusionTab</name>
        <message>
            <source>No photo was answered wrongly.</source>
            <translation>Kein Foto wurde falsch beantwortet.</translation>
        </message>
        <message>
            <source>Part of the row</source>
            <translation>Anteil der Zeile</translation>
        </message>
        <message>
            <source>Photos</source>
            <translation>Fotos</translation>
        </message>
        <message>
            <source>What the colours stand for</source>
            <translation>Wofür die Farben stehen</translation>
        </message>
        <message>
            <source>What the colours stand for: the part of the photos of a kind (rows normalised), or their number</source>
            <translation>Wofür die Farben stehen: der Anteil an den Fotos einer Art (Zeilen normiert) oder ihre Anzahl</translation>
        </message>
        <message>
            <source>In the photos' order</source>
            <translation>Wie in den Fotos</translation>
        </message>
        <message>
            <source>Most mistakes first</source>
            <translation>Meiste Fehler zuerst</translation>
        </message>
        <message>
            <source>Alike side by side</source>
            <translation>Ähnliche beieinander</translation>
        </message>
        <message>
            <source>Order of the kinds</source>
            <translation>Reihenfolge der Arten</translation>
        </message>
        <message>
            <source>Order of the kinds. Alike side by side: kinds that are taken for one another lie together
(hierarchical clustering of the symmetrised confusion)</source>
            <translation>Reihenfolge der Arten. Ähnliche beieinander: Arten, die miteinander verwechselt werden, liegen zusammen
(hierarchisches Clustern der symmetrisierten Verwechslung)</translation>
        </message>
        <message>
            <source>Fit</source>
            <translation>Alles</translation>
        </message>
        <message>
            <source>Show all kinds again after zooming (a double click or the key 0 does the same)</source>
            <translation>Nach dem Vergrößern wieder alle Arten zeigen (ein Doppelklick oder die Taste 0 tut dasselbe)</translation>
        </message>
        <message>
            <source>Kinds that are taken for one another, most mistakes first</source>
            <translation>Arten, die miteinander verwechselt werden, die meisten Fehler zuerst</translation>
        </message>
        <message>
            <source>%1, answered rightly</source>
            <translation>%1, richtig beantwortet</translation>
        </message>
        <message>
            <source>True %1, answered %2</source>
            <translation>Wahr %1, beantwortet %2</translation>
        </message>
        <message>
            <source>See why</source>
            <translation>Warum?</translation>
        </message>
        <message>
            <source>Show the chosen photo large, with what speaks for its answers (Ctrl+E)</source>
            <translation>Das gewählte Foto groß zeigen, mit dem, was für seine Antworten spricht (Strg+E)</translation>
        </message>
    </context>
    <context>
        <name>flower::CopyPanel</name>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Photos copied</source>
            <translation>Kopierte Fotos</translation>
        </message>
        <message numerus="yes">
            <source>Copying %n photo(s) into folders…</source>
            <translation>
                <numerusform>Ein Foto wird in Ordner kopiert…</numerusform>
                <numerusform>%n Fotos werden in Ordner kopiert…</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n photo(s) were copied to %1 (folders: %2).</source>
            <translation>
                <numerusform>Ein Foto wurde nach %1 kopiert (Ordner: %2).</numerusform>
                <numerusform>%n Fotos wurden nach %1 kopiert (Ordner: %2).</numerusform>
            </translation>
        </message>
        <message>
            <source>Stopped.</source>
            <translation>Angehalten.</translation>
        </message>
        <message numerus="yes">
            <source>%n of them got a number, because their names were taken.</source>
            <translation>
                <numerusform>Eines davon bekam eine Nummer, weil sein Name vergeben war.</numerusform>
                <numerusform>%n davon bekamen eine Nummer, weil ihre Namen vergeben waren.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n photo(s) couldn't be copied. The first one is %1: %2</source>
            <translation>
                <numerusform>Ein Foto konnte nicht kopiert werden: %1: %2</numerusform>
                <numerusform>%n Fotos konnten nicht kopiert werden. Das erste ist %1: %2</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>flower::CoverPanel</name>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>Uncover</source>
            <translation>Aufdecken</translation>
        </message>
        <message>
            <source>Size of the brush</source>
            <translation>Größe des Pinsels</translation>
        </message>
        <message>
            <source>Take the last stroke back (Ctrl+Z on the photo)</source>
            <translation>Den letzten Strich zurücknehmen (Strg+Z auf dem Foto)</translation>
        </message>
        <message>
            <source>Take all strokes away</source>
            <translation>Alle Striche entfernen</translation>
        </message>
        <message>
            <source>Brush</source>
            <translation>Pinsel</translation>
        </message>
        <message>
            <source>%1: %2. Now paint over a part of the photo.</source>
            <translation>%1: %2. Übermalen Sie nun einen Teil des Fotos.</translation>
        </message>
        <message>
            <source>%1: %2 → %3</source>
            <translation>%1: %2 → %3</translation>
        </message>
        <message>
            <source>%1: %2 → %3. The answer is now %4.</source>
            <translation>%1: %2 → %3. Die Antwort ist jetzt %4.</translation>
        </message>
        <message>
            <source>Where the probability falls, the network needed what is covered. Nothing is saved.</source>
            <translation>Wo die Wahrscheinlichkeit sinkt, brauchte das Netz das Verdeckte. Nichts wird gespeichert.</translation>
        </message>
    </context>
    <context>
        <name>flower::DataCheck</name>
        <message numerus="yes">
            <source>leave out %n photo(s)</source>
            <translation>
                <numerusform>ein Foto auslassen</numerusform>
                <numerusform>%n Fotos auslassen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>put %n photo(s) under %1</source>
            <translation>
                <numerusform>%n Foto unter %1 legen</numerusform>
                <numerusform>%n Fotos unter %1 legen</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>flower::DatasetSession</name>
        <message>
            <source>Reading the photos broke off: %1</source>
            <translation>Das Lesen der Fotos brach ab: %1</translation>
        </message>
    </context>
    <context>
        <name>flower::DownloadPanel</name>
        <message>
            <source>Not now</source>
            <translation>Nicht jetzt</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Which file</source>
            <translation>Welche Datei</translation>
        </message>
        <message>
            <source>The first one is the better one</source>
            <translation>Die erste ist die bessere</translation>
        </message>
        <message>
            <source>Fetch nothing. You can come back to this at any time.</source>
            <translation>Nichts laden. Sie können jederzeit hierher zurückkommen.</translation>
        </message>
        <message>
            <source>Stop the download. What has come is kept and gone on with the next time.</source>
            <translation>Das Laden abbrechen. Was schon da ist, bleibt erhalten; beim nächsten Mal geht es dort weiter.</translation>
        </message>
        <message>
            <source>Progress of the download</source>
            <translation>Fortschritt des Ladens</translation>
        </message>
        <message>
            <source>Fetch</source>
            <translation>Laden</translation>
        </message>
        <message>
            <source>Another download is on. Wait for its end, then try again.</source>
            <translation>Es wird gerade etwas anderes geladen. Warten Sie, bis das fertig ist, und versuchen Sie es dann noch einmal.</translation>
        </message>
        <message>
            <source>Asking %1…</source>
            <translation>%1 wird gefragt …</translation>
        </message>
        <message>
            <source>Fetch %1 from %2</source>
            <translation>%1 von %2 laden</translation>
        </message>
        <message>
            <source>From %1 to %2</source>
            <translation>Von %1 nach %2</translation>
        </message>
        <message>
            <source>%1 from %2, kept in %3. Nothing is sent but the request.</source>
            <translation>%1 von %2, abgelegt in %3. Gesendet wird nichts außer der Anfrage.</translation>
        </message>
        <message>
            <source>Stopped. What has come is kept.</source>
            <translation>Abgebrochen. Was schon da ist, bleibt erhalten.</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Fortsetzen</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Noch einmal versuchen</translation>
        </message>
        <message>
            <source>Fetching %1</source>
            <translation>Wird geladen: %1</translation>
        </message>
        <message>
            <source>Fetch %1?</source>
            <translation>%1 laden?</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 von %2</translation>
        </message>
        <message>
            <source>%1 of %2, file %3 of %4</source>
            <translation>%1 von %2, Datei %3 von %4</translation>
        </message>
    </context>
    <context>
        <name>flower::DownloadSession</name>
        <message>
            <source>The download broke off: %1</source>
            <translation>Das Laden brach ab: %1</translation>
        </message>
        <message>
            <source>The download was stopped.</source>
            <translation>Das Laden wurde abgebrochen.</translation>
        </message>
    </context>
    <context>
        <name>flower::EarlierAnswers</name>
        <message>
            <source>Classify again</source>
            <translation>Neu bestimmen</translation>
        </message>
        <message>
            <source>Ask the model that is open about these photos</source>
            <translation>Das geöffnete Modell zu diesen Fotos befragen</translation>
        </message>
        <message numerus="yes">
            <source>%Ln answer(s) are of a model that was open earlier.</source>
            <translation>
                <numerusform>%Ln Antwort ist von einem früher geöffneten Modell.</numerusform>
                <numerusform>%Ln Antworten sind von einem früher geöffneten Modell.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>flower::EngineLoader</name>
        <message>
            <source>The program ends.</source>
            <translation>Das Programm wird beendet.</translation>
        </message>
        <message>
            <source>flower_engine is not there</source>
            <translation>flower_engine ist nicht da</translation>
        </message>
        <message>
            <source>%1 is of another version</source>
            <translation>%1 gehört zu einer anderen Version</translation>
        </message>
        <message>
            <source>The part of the program that reads photos and trains can't be loaded: %1. Install Flower Trainer once more.</source>
            <translation>Der Teil des Programms, der Fotos liest und trainiert, kann nicht geladen werden: %1. Installieren Sie Flower Trainer noch einmal.</translation>
        </message>
    </context>
    <context>
        <name>flower::EpochTableModel</name>
        <message>
            <source>1</source>
            <translation>1</translation>
        </message>
        <message>
            <source>2</source>
            <translation>2</translation>
        </message>
        <message>
            <source>Counted over both phases</source>
            <translation>Über beide Phasen gezählt</translation>
        </message>
        <message>
            <source>1: the head learns; 2: fine-tuning, all chosen layers learn</source>
            <translation>1: Der Kopf lernt; 2: Feinabstimmung, alle gewählten Schichten lernen</translation>
        </message>
        <message>
            <source>Mean loss on augmented training photos</source>
            <translation>Mittlerer Verlust auf veränderten Trainingsfotos</translation>
        </message>
        <message>
            <source>Mean loss on validation photos</source>
            <translation>Mittlerer Verlust auf Validierungsfotos</translation>
        </message>
        <message>
            <source>Share of augmented training photos that were right</source>
            <translation>Anteil der veränderten Trainingsfotos, die richtig waren</translation>
        </message>
        <message>
            <source>Share of validation photos that were right</source>
            <translation>Anteil der Validierungsfotos, die richtig waren</translation>
        </message>
        <message>
            <source>At the end of the epoch</source>
            <translation>Am Ende der Epoche</translation>
        </message>
        <message>
            <source>With validation</source>
            <translation>Mit Validierung</translation>
        </message>
        <message>
            <source>Epoch</source>
            <translation>Epoche</translation>
        </message>
        <message>
            <source>Phase</source>
            <translation>Phase</translation>
        </message>
        <message>
            <source>Train loss</source>
            <translation>Verlust Tr.</translation>
        </message>
        <message>
            <source>Val loss</source>
            <translation>Verlust Val.</translation>
        </message>
        <message>
            <source>Train acc.</source>
            <translation>Gen. Tr.</translation>
        </message>
        <message>
            <source>Val acc.</source>
            <translation>Gen. Val.</translation>
        </message>
        <message>
            <source>Learning rate</source>
            <translation>Lernrate</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Zeit</translation>
        </message>
    </context>
    <context>
        <name>flower::EvaluatePanel</name>
        <message>
            <source>Folder…</source>
            <translation>Ordner …</translation>
        </message>
        <message>
            <source>List (CSV)…</source>
            <translation>Liste (CSV) …</translation>
        </message>
        <message>
            <source>Evaluate</source>
            <translation>Auswerten</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Save model card…</source>
            <translation>Modellkarte speichern …</translation>
        </message>
        <message>
            <source>A folder with one subfolder for each kind, or a list of photos (CSV)</source>
            <translation>Ein Ordner mit einem Unterordner je Art oder eine Liste von Fotos (CSV)</translation>
        </message>
        <message>
            <source>Photos to evaluate on</source>
            <translation>Fotos zum Auswerten</translation>
        </message>
        <message>
            <source>Kinds are matched by their names. Photos of kinds that the model doesn't know are left out and named.</source>
            <translation>Arten werden nach ihren Namen zugeordnet. Fotos von Arten, die das Modell nicht kennt, werden ausgelassen und genannt.</translation>
        </message>
        <message>
            <source>Write these numbers with all tables as a web page and as JSON</source>
            <translation>Diese Zahlen mit allen Tabellen als Webseite und als JSON schreiben</translation>
        </message>
        <message>
            <source>Progress of the evaluation</source>
            <translation>Fortschritt der Auswertung</translation>
        </message>
        <message>
            <source>Close the evaluation</source>
            <translation>Auswertung schließen</translation>
        </message>
        <message>
            <source>Choose the folder with the photos</source>
            <translation>Ordner mit den Fotos wählen</translation>
        </message>
        <message>
            <source>Choose a list of photos</source>
            <translation>Wählen Sie eine Fotoliste</translation>
        </message>
        <message>
            <source>List of photos (*.csv)</source>
            <translation>Fotoliste (*.csv)</translation>
        </message>
        <message>
            <source>Choose the folder for the model card</source>
            <translation>Ordner für die Modellkarte wählen</translation>
        </message>
        <message>
            <source>Looking through the folder or list…</source>
            <translation>Ordner oder Liste wird durchgesehen …</translation>
        </message>
        <message>
            <source>Reading and classifying the photos…</source>
            <translation>Fotos werden gelesen und klassifiziert …</translation>
        </message>
        <message>
            <source>Stopped. Nothing was measured.</source>
            <translation>Angehalten. Nichts wurde gemessen.</translation>
        </message>
        <message>
            <source>Evaluate the model of “%1” on other photos</source>
            <translation>Das Modell von „%1“ auf anderen Fotos auswerten</translation>
        </message>
        <message>
            <source>Saved: %1</source>
            <translation>Gespeichert: %1</translation>
        </message>
        <message>
            <source>%1
95 % interval %2 to %3</source>
            <translation>%1
95-%-Intervall %2 bis %3</translation>
        </message>
        <message>
            <source>first answer right</source>
            <translation>erste Antwort richtig</translation>
        </message>
        <message>
            <source>Top-1 accuracy, with the Wilson interval</source>
            <translation>Top-1-Genauigkeit mit dem Wilson-Intervall</translation>
        </message>
        <message>
            <source>among the first five</source>
            <translation>unter den ersten fünf</translation>
        </message>
        <message>
            <source>Top-5 accuracy, with the Wilson interval</source>
            <translation>Top-5-Genauigkeit mit dem Wilson-Intervall</translation>
        </message>
        <message>
            <source>mean per kind</source>
            <translation>Mittel je Art</translation>
        </message>
        <message>
            <source>Mean of the recall of each class, with a bootstrap interval</source>
            <translation>Mittel des Recalls jeder Klasse mit einem Bootstrap-Intervall</translation>
        </message>
        <message>
            <source>%1 and %2 more</source>
            <translation>%1 und %2 weitere</translation>
        </message>
        <message>
            <source>Left out, because the model doesn't know these kinds: %1.</source>
            <translation>Ausgelassen, weil das Modell diese Arten nicht kennt: %1.</translation>
        </message>
        <message>
            <source>Kinds of the model without a photo here: %1.</source>
            <translation>Arten des Modells ohne ein Foto hier: %1.</translation>
        </message>
        <message>
            <source>Stands on all %1 photos of “%2”, which has no test photos of its own.</source>
            <translation>Beruht auf allen %1 Fotos von „%2“, das keine eigenen Testfotos hat.</translation>
        </message>
        <message>
            <source>These are the photos of the training, so that only its %1 test photos were measured.</source>
            <translation>Das sind die Fotos des Trainings, sodass nur seine %1 Testfotos gemessen wurden.</translation>
        </message>
        <message>
            <source>Stands on the %1 test photos of “%2”, which has a split of its own.</source>
            <translation>Beruht auf den %1 Testfotos von „%2“, das eine eigene Aufteilung hat.</translation>
        </message>
        <message>
            <source>Photos left out: %1.</source>
            <translation>Ausgelassene Fotos: %1.</translation>
        </message>
    </context>
    <context>
        <name>flower::EvaluateSession</name>
        <message>
            <source>The evaluation broke off: %1</source>
            <translation>Die Auswertung brach ab: %1</translation>
        </message>
    </context>
    <context>
        <name>flower::FinalNumbers</name>
        <message>
            <source>test, first answer right</source>
            <translation>Test, erste Antwort richtig</translation>
        </message>
        <message>
            <source>Top-1 accuracy on photos that were not looked at before the end, with the Wilson interval</source>
            <translation>Top-1-Genauigkeit auf Fotos, die vor dem Ende nicht angesehen wurden, mit Wilson-Intervall</translation>
        </message>
        <message>
            <source>test, among the first five</source>
            <translation>Test, unter den ersten fünf</translation>
        </message>
        <message>
            <source>Top-5 accuracy, with the Wilson interval</source>
            <translation>Top-5-Genauigkeit mit dem Wilson-Intervall</translation>
        </message>
        <message>
            <source>test, mean per kind</source>
            <translation>Test, Mittel je Art</translation>
        </message>
        <message>
            <source>validation, epoch %1</source>
            <translation>Validierung, Epoche %1</translation>
        </message>
        <message>
            <source>Top-1 accuracy on the photos that chose the best epoch: a little too good, for that reason</source>
            <translation>Top-1-Genauigkeit auf den Fotos, die die beste Epoche bestimmt haben: deshalb ein wenig zu gut</translation>
        </message>
        <message>
            <source>95 % interval %1 – %2</source>
            <translation>95-%-Intervall %1 – %2</translation>
        </message>
        <message>
            <source>With this number of photos, chance alone could have put the result anywhere in this range</source>
            <translation>Bei dieser Zahl von Fotos kann der Zufall allein das Ergebnis überall in diesen Bereich gelegt haben</translation>
        </message>
        <message>
            <source>Mean of the recall of each class, with a bootstrap interval</source>
            <translation>Mittel des Recalls jeder Klasse mit einem Bootstrap-Intervall</translation>
        </message>
    </context>
    <context>
        <name>flower::FindPhotosDialog</name>
        <message>
            <source>Folder…</source>
            <translation>Ordner …</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Beenden</translation>
        </message>
        <message>
            <source>Use these</source>
            <translation>Diese nehmen</translation>
        </message>
        <message>
            <source>Find moved photos</source>
            <translation>Verschobene Fotos finden</translation>
        </message>
        <message>
            <source>The folder that the photos lie in now, or one above it</source>
            <translation>Der Ordner, in dem die Fotos jetzt liegen, oder einer darüber</translation>
        </message>
        <message>
            <source>Folder to look through</source>
            <translation>Ordner, der durchsucht wird</translation>
        </message>
        <message>
            <source>Progress of the search</source>
            <translation>Fortschritt der Suche</translation>
        </message>
        <message>
            <source>Stopped. Nothing was taken.</source>
            <translation>Angehalten. Nichts wurde genommen.</translation>
        </message>
        <message>
            <source>Reading %1 files that may be the photos…</source>
            <translation>%1 Dateien, die es sein können, werden gelesen …</translation>
        </message>
        <message>
            <source>Looking through the folder: %1 files so far…</source>
            <translation>Der Ordner wird durchsucht: bisher %1 Dateien …</translation>
        </message>
        <message numerus="yes">
            <source>%Ln of %1 photo(s) of “%2” are not where they were:</source>
            <translation>
                <numerusform>%Ln von %1 Fotos von „%2“ ist nicht mehr da, wo es war:</numerusform>
                <numerusform>%Ln von %1 Fotos von „%2“ sind nicht mehr da, wo sie waren:</numerusform>
            </translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <source>Photos</source>
            <translation>Fotos</translation>
        </message>
        <message>
            <source>Folders that photos are missing from</source>
            <translation>Ordner, in denen Fotos fehlen</translation>
        </message>
        <message>
            <source>Choose the folder that the photos lie in now</source>
            <translation>Wählen Sie den Ordner, in dem die Fotos jetzt liegen</translation>
        </message>
        <message>
            <source>Looking through the folder…</source>
            <translation>Der Ordner wird durchsucht …</translation>
        </message>
        <message>
            <source>found by their content: surely the same photos</source>
            <translation>am Inhalt gefunden: sicher dieselben Fotos</translation>
        </message>
        <message>
            <source>found in the same place of their folder; what they showed before isn't known</source>
            <translation>am selben Platz ihres Ordners gefunden; was sie vorher zeigten, ist nicht bekannt</translation>
        </message>
        <message>
            <source>found by their name only</source>
            <translation>nur am Namen gefunden</translation>
        </message>
        <message>
            <source>there, but changed: the file has another content, so it is not taken</source>
            <translation>da, aber geändert: Die Datei hat einen anderen Inhalt und wird nicht genommen</translation>
        </message>
        <message>
            <source>not found in this folder</source>
            <translation>in diesem Ordner nicht gefunden</translation>
        </message>
        <message numerus="yes">
            <source>Take the %Ln photo(s) that only have the right name, too</source>
            <translation>
                <numerusform>Auch das %Ln Foto nehmen, das nur den richtigen Namen hat</numerusform>
                <numerusform>Auch die %Ln Fotos nehmen, die nur den richtigen Namen haben</numerusform>
            </translation>
        </message>
        <message>
            <source>None of the photos is in this folder. Choose another one.</source>
            <translation>Keines der Fotos liegt in diesem Ordner. Wählen Sie einen anderen.</translation>
        </message>
    </context>
    <context>
        <name>flower::FindingDelegate</name>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>+%1</source>
            <translation>+%1</translation>
        </message>
        <message>
            <source>Is left out anyway</source>
            <translation>Wird ohnehin ausgelassen</translation>
        </message>
    </context>
    <context>
        <name>flower::FindingListModel</name>
        <message>
            <source>training</source>
            <translation>im Training</translation>
        </message>
        <message>
            <source>test</source>
            <translation>Test</translation>
        </message>
        <message>
            <source>validation</source>
            <translation>Validierung</translation>
        </message>
        <message>
            <source>%1, %2, %3</source>
            <translation>%1, %2, %3</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <translation>%1 %2</translation>
        </message>
    </context>
    <context>
        <name>flower::FirstSteps</name>
        <message>
            <source>First steps</source>
            <translation>Erste Schritte</translation>
        </message>
        <message>
            <source>1. Photos: choose a folder with one subfolder for each kind, or the built-in samples.
2. Train: press Start. First only the head learns, then the layers before it as well.
3. Results: see how many test photos it gets right.
4. Classify: drop a photo on the window.</source>
            <translation>1. Fotos: Wählen Sie einen Ordner mit einem Unterordner je Art oder die eingebauten Beispiele.
2. Training: Drücken Sie Start. Zuerst lernt nur der Kopf, dann auch die Schichten davor.
3. Ergebnisse: Sehen Sie, wie viele Testfotos es richtig bestimmt.
4. Bestimmen: Legen Sie ein Foto auf dem Fenster ab.</translation>
        </message>
    </context>
    <context>
        <name>flower::FoundPage</name>
        <message>
            <source>What was found</source>
            <translation>Was gefunden wurde</translation>
        </message>
        <message>
            <source>Kinds of flowers</source>
            <translation>Blumenarten</translation>
        </message>
        <message>
            <source>Photos</source>
            <translation>Fotos</translation>
        </message>
        <message>
            <source>%1 kinds, %2 photos: %3 to train on, %4 to validate, %5 to test.</source>
            <translation>%1 Arten, %2 Fotos: %3 zum Trainieren, %4 zum Validieren, %5 zum Testen.</translation>
        </message>
        <message numerus="yes">
            <source>%n photo(s) can't be used. The first: %1 (%2)</source>
            <translation>
                <numerusform>Ein Foto kann nicht verwendet werden: %1 (%2)</numerusform>
                <numerusform>%n Fotos können nicht verwendet werden. Das erste: %1 (%2)</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>flower::GroupAnswer</name>
        <message>
            <source>alone: %1, %2</source>
            <translation>allein: %1, %2</translation>
        </message>
        <message>
            <source>Answer as one plant</source>
            <translation>Als eine Pflanze beantworten</translation>
        </message>
        <message>
            <source>One answer to the chosen photos together (Ctrl+G)</source>
            <translation>Eine gemeinsame Antwort auf die gewählten Fotos (Strg+G)</translation>
        </message>
        <message>
            <source>Each photo's part in the answer</source>
            <translation>Anteil jedes Fotos an der Antwort</translation>
        </message>
        <message>
            <source>The probabilities of the photos are averaged (sum rule); a part is what a photo adds to the average of the first kind. All parts together are 100 %.</source>
            <translation>Die Wahrscheinlichkeiten der Fotos werden gemittelt (Summenregel); ein Anteil ist, was ein Foto zum Mittel der ersten Art beiträgt. Alle Anteile zusammen sind 100 %.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln photo(s) chosen</source>
            <translation>
                <numerusform>Ein Foto gewählt</numerusform>
                <numerusform>%Ln Fotos gewählt</numerusform>
            </translation>
        </message>
        <message>
            <source>One answer to one plant takes 2 to %1 photos. Choose fewer.</source>
            <translation>Eine Antwort auf eine Pflanze braucht 2 bis %1 Fotos. Wählen Sie weniger.</translation>
        </message>
        <message>
            <source>Are they of the same plant? Then they can get one answer together.</source>
            <translation>Zeigen sie dieselbe Pflanze? Dann können sie zusammen eine Antwort bekommen.</translation>
        </message>
        <message>
            <source>Open the model first that is to be asked.</source>
            <translation>Öffnen Sie zuerst das Modell, das gefragt werden soll.</translation>
        </message>
        <message>
            <source>Looking at the photos…</source>
            <translation>Die Fotos werden angesehen …</translation>
        </message>
        <message>
            <source>One answer to these photos of one plant:</source>
            <translation>Eine Antwort auf diese Fotos einer Pflanze:</translation>
        </message>
        <message>
            <source>Part of %1 in the answer</source>
            <translation>Anteil von %1 an der Antwort</translation>
        </message>
    </context>
    <context>
        <name>flower::HandOnDialog</name>
        <message>
            <source>The &amp;photos</source>
            <translation>Die &amp;Fotos</translation>
        </message>
        <message>
            <source>File to save</source>
            <translation>Datei zum Speichern</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>&amp;Speichern</translation>
        </message>
        <message>
            <source>Hand on as ZIP</source>
            <translation>Als ZIP weitergeben</translation>
        </message>
        <message>
            <source>One file with everything about “%1”. Whoever gets it can look at the results, classify with the models and go on from there; names of folders on this computer don't go in.</source>
            <translation>Eine Datei mit allem zu „%1“. Wer sie bekommt, kann die Ergebnisse ansehen, mit den Modellen bestimmen und von dort weitermachen; Namen von Ordnern dieses Rechners kommen nicht hinein.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message numerus="yes">
            <source>What was decided about %n photo(s) in review goes in as well.</source>
            <translation>
                <numerusform>Was in der Durchsicht über %n Foto entschieden wurde, kommt auch hinein.</numerusform>
                <numerusform>Was in der Durchsicht über %n Fotos entschieden wurde, kommt auch hinein.</numerusform>
            </translation>
        </message>
        <message>
            <source>Runs that go in</source>
            <translation>Läufe, die hineinkommen</translation>
        </message>
        <message>
            <source>Looking for runs…</source>
            <translation>Suche Läufe …</translation>
        </message>
        <message>
            <source>Runs trained with these photos</source>
            <translation>Läufe mit diesen Fotos</translation>
        </message>
        <message>
            <source>There are none yet.</source>
            <translation>Es gibt noch keine.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln photo(s)</source>
            <translation>
                <numerusform>%Ln Foto</numerusform>
                <numerusform>%Ln Fotos</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln photo(s), %1</source>
            <translation>
                <numerusform>%Ln Foto, %1</numerusform>
                <numerusform>%Ln Fotos, %1</numerusform>
            </translation>
        </message>
        <message>
            <source>They keep what the camera wrote into them, such as the place where they were taken.</source>
            <translation>Sie behalten, was die Kamera hineingeschrieben hat, etwa den Ort der Aufnahme.</translation>
        </message>
        <message numerus="yes">
            <source>Only a list of the %Ln photo(s) goes in: who has them can put them back.</source>
            <translation>
                <numerusform>Nur eine Liste mit dem %Ln Foto kommt hinein: Wer es hat, kann es dazulegen.</numerusform>
                <numerusform>Nur eine Liste der %Ln Fotos kommt hinein: Wer sie hat, kann sie dazulegen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln of them can't be found; the ZIP will name them.</source>
            <translation>
                <numerusform>%Ln davon ist nicht zu finden; die ZIP-Datei nennt es.</numerusform>
                <numerusform>%Ln davon sind nicht zu finden; die ZIP-Datei nennt sie.</numerusform>
            </translation>
        </message>
        <message>
            <source>About %1</source>
            <translation>Etwa %1</translation>
        </message>
        <message>
            <source>This is a folder. Name a file.</source>
            <translation>Das ist ein Ordner. Nennen Sie eine Datei.</translation>
        </message>
        <message>
            <source>This file is there already; saving replaces it.</source>
            <translation>Diese Datei gibt es schon; beim Speichern wird sie ersetzt.</translation>
        </message>
        <message>
            <source>Save the project</source>
            <translation>Projekt speichern</translation>
        </message>
        <message>
            <source>ZIP files (*.zip)</source>
            <translation>ZIP-Dateien (*.zip)</translation>
        </message>
        <message numerus="yes">
            <source>%Ln that could not be used when the photos were opened don't go in.</source>
            <translation>
                <numerusform>%Ln, das beim Öffnen der Fotos nicht zu gebrauchen war, kommt nicht hinein.</numerusform>
                <numerusform>%Ln, die beim Öffnen der Fotos nicht zu gebrauchen waren, kommen nicht hinein.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>flower::HeatLegend</name>
        <message>
            <source>little</source>
            <translation>wenig</translation>
        </message>
        <message>
            <source>much</source>
            <translation>viel</translation>
        </message>
        <message>
            <source>How much a part of the photo speaks for the chosen kind</source>
            <translation>Wie sehr ein Teil des Fotos für die gewählte Art spricht</translation>
        </message>
    </context>
    <context>
        <name>flower::HeatPhoto</name>
        <message>
            <source>Photo</source>
            <translation>Foto</translation>
        </message>
        <message>
            <source>What speaks for the chosen kind is light, what doesn't is dark.</source>
            <translation>Was für die gewählte Art spricht, ist hell, was nicht, ist dunkel.</translation>
        </message>
        <message>
            <source>Arrow keys move the brush, Space covers what is below it, Ctrl+Z takes a stroke back.</source>
            <translation>Pfeiltasten bewegen den Pinsel, die Leertaste deckt ab, was darunter ist, Strg+Z nimmt einen Strich zurück.</translation>
        </message>
        <message>
            <source>The network doesn't see this part: it looks at a square in the middle of the photo, less a margin (the centre crop).</source>
            <translation>Diesen Teil sieht das Netz nicht: Es betrachtet ein Quadrat in der Mitte des Fotos ohne einen Rand (den zentralen Ausschnitt, „centre crop“).</translation>
        </message>
        <message>
            <source>Light: this part speaks for the chosen kind. Dark: it doesn't. The map is coarse (class activation map, one value for each 32 × 32 pixels of what the network sees).</source>
            <translation>Hell: Dieser Teil spricht für die gewählte Art. Dunkel: Er tut es nicht. Die Karte ist grob („class activation map“, ein Wert für je 32 × 32 Pixel dessen, was das Netz sieht).</translation>
        </message>
    </context>
    <context>
        <name>flower::HintList</name>
        <message>
            <source>Show</source>
            <translation>Zeigen</translation>
        </message>
        <message>
            <source>Bring the setting that this is about into view</source>
            <translation>Die Einstellung, um die es geht, in Sicht bringen</translation>
        </message>
        <message>
            <source>Hints</source>
            <translation>Hinweise</translation>
        </message>
    </context>
    <context>
        <name>flower::HttpTransfer</name>
        <message>
            <source>The download was stopped.</source>
            <translation>Das Laden wurde abgebrochen.</translation>
        </message>
        <message>
            <source>The server sends on to %1, which isn't a secure address. Nothing was fetched from there.</source>
            <translation>Der Server leitet zu %1 weiter, das keine sichere Adresse ist. Von dort wurde nichts geladen.</translation>
        </message>
        <message>
            <source>There is too little room for %1: %2 more are needed. Make room, or choose another folder.</source>
            <translation>Für %1 ist zu wenig Platz: %2 fehlen. Schaffen Sie Platz, oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <source>%1 sends far more than the file should have. It was not kept. Fetch the file by hand if you trust it.</source>
            <translation>%1 sendet weit mehr, als die Datei haben sollte. Es wurde nichts behalten. Laden Sie die Datei von Hand, wenn Sie ihr vertrauen.</translation>
        </message>
        <message>
            <source>%1 isn't on %2 any more. Fetch it by hand from elsewhere.</source>
            <translation>%1 gibt es auf %2 nicht mehr. Laden Sie die Datei von Hand von einem anderen Ort.</translation>
        </message>
        <message>
            <source>%1 refuses to give the file (answer %2). Fetch it by hand in a browser.</source>
            <translation>%1 verweigert die Datei (Antwort %2). Laden Sie sie von Hand in einem Browser.</translation>
        </message>
        <message>
            <source>%1 can't give the file now (answer %2). Try again later.</source>
            <translation>%1 kann die Datei gerade nicht geben (Antwort %2). Versuchen Sie es später noch einmal.</translation>
        </message>
        <message>
            <source>%1 can't be reached. Check the connection to the internet and try again.</source>
            <translation>%1 ist nicht erreichbar. Prüfen Sie die Verbindung zum Internet, und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>%1 doesn't answer. Try again later; what has come is kept.</source>
            <translation>%1 antwortet nicht. Versuchen Sie es später noch einmal; was schon da ist, bleibt erhalten.</translation>
        </message>
        <message>
            <source>The connection to %1 isn't secure: %2. Check this computer's date and time.</source>
            <translation>Die Verbindung zu %1 ist nicht sicher: %2. Prüfen Sie Datum und Uhrzeit dieses Rechners.</translation>
        </message>
        <message>
            <source>The proxy doesn't let the connection through: %1. Check the system's proxy settings.</source>
            <translation>Der Proxy lässt die Verbindung nicht durch: %1. Prüfen Sie die Proxy-Einstellungen des Systems.</translation>
        </message>
        <message>
            <source>%1 sends from one address to the next without end. Try again later.</source>
            <translation>%1 leitet endlos von einer Adresse zur nächsten. Versuchen Sie es später noch einmal.</translation>
        </message>
        <message>
            <source>The connection to %1 broke off. Try again: what has come is kept.</source>
            <translation>Die Verbindung zu %1 brach ab. Versuchen Sie es noch einmal: Was schon da ist, bleibt erhalten.</translation>
        </message>
        <message>
            <source>Fetching from %1 failed: %2. Try again later.</source>
            <translation>Das Laden von %1 ist fehlgeschlagen: %2. Versuchen Sie es später noch einmal.</translation>
        </message>
    </context>
    <context>
        <name>flower::InterruptedRunBar</name>
        <message>
            <source>Go on training</source>
            <translation>Weiter trainieren</translation>
        </message>
        <message>
            <source>Leave it</source>
            <translation>So lassen</translation>
        </message>
        <message>
            <source>Don't ask about this run again. Its folder stays as it is.</source>
            <translation>Nicht mehr nach diesem Lauf fragen. Sein Ordner bleibt, wie er ist.</translation>
        </message>
        <message>
            <source>The training with “%1” that began on %2 was broken off before its first epoch was done.</source>
            <translation>Das Training mit „%1“, begonnen am %2, brach ab, bevor die erste Epoche fertig war.</translation>
        </message>
        <message>
            <source>The training with “%1” that began on %2 was broken off after epoch %3. It can go on from there.</source>
            <translation>Das Training mit „%1“, begonnen am %2, brach nach Epoche %3 ab. Es kann von dort aus weitergehen.</translation>
        </message>
    </context>
    <context>
        <name>flower::KindLegend</name>
        <message>
            <source>Search a kind</source>
            <translation>Art suchen</translation>
        </message>
        <message>
            <source>All kinds</source>
            <translation>Alle Arten</translation>
        </message>
        <message>
            <source>Show all kinds alike again</source>
            <translation>Wieder alle Arten gleich zeigen</translation>
        </message>
        <message>
            <source>Kinds and their markers</source>
            <translation>Arten und ihre Zeichen</translation>
        </message>
        <message>
            <source>A click highlights a kind and dims the others; another click takes it back. Space does the same.</source>
            <translation>Ein Klick hebt eine Art hervor und blendet die anderen ab; ein weiterer nimmt das zurück. Die Leertaste tut dasselbe.</translation>
        </message>
    </context>
    <context>
        <name>flower::KindLegendModel</name>
        <message>
            <source>%1 (%2)</source>
            <comment>a kind and its number of photos</comment>
            <translation>%1 (%2)</translation>
        </message>
        <message numerus="yes">
            <source>%1: %Ln photo(s) on the map</source>
            <translation>
                <numerusform>%1: %Ln Foto auf der Karte</numerusform>
                <numerusform>%1: %Ln Fotos auf der Karte</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>flower::KindPicker</name>
        <message>
            <source>Search a kind</source>
            <translation>Art suchen</translation>
        </message>
        <message>
            <source>Kinds of flowers</source>
            <translation>Blumenarten</translation>
        </message>
    </context>
    <context>
        <name>flower::KindsTab</name>
        <message>
            <source>Filter by name</source>
            <translation>Nach Namen filtern</translation>
        </message>
        <message>
            <source>Save as CSV…</source>
            <translation>Als CSV sichern …</translation>
        </message>
        <message>
            <source>Results of each kind</source>
            <translation>Ergebnisse jeder Art</translation>
        </message>
        <message>
            <source>A double click or Return shows the photos of a kind</source>
            <translation>Ein Doppelklick oder die Eingabetaste zeigt die Fotos einer Art</translation>
        </message>
        <message>
            <source>Copy as table</source>
            <translation>Als Tabelle kopieren</translation>
        </message>
        <message>
            <source>kinds of %1</source>
            <translation>Arten von %1</translation>
        </message>
        <message>
            <source>Save the kinds</source>
            <translation>Arten speichern</translation>
        </message>
        <message>
            <source>Table (*.csv)</source>
            <translation>Tabelle (*.csv)</translation>
        </message>
        <message>
            <source>Saved as %1</source>
            <translation>Gesichert als %1</translation>
        </message>
    </context>
    <context>
        <name>flower::LearningRateChart</name>
        <message>
            <source>learning rate</source>
            <translation>Lernrate</translation>
        </message>
        <message>
            <source>loss</source>
            <translation>Verlust</translation>
        </message>
        <message>
            <source>Loss over the learning rate</source>
            <translation>Verlust über der Lernrate</translation>
        </message>
        <message>
            <source>No learning rate was tried yet.</source>
            <translation>Noch wurde keine Lernrate ausprobiert.</translation>
        </message>
        <message>
            <source>Tried from %1 to %2. The loss starts at %3 and is lowest, %4, at %5.</source>
            <translation>Ausprobiert von %1 bis %2. Der Verlust beginnt bei %3 und ist am niedrigsten, %4, bei %5.</translation>
        </message>
        <message>
            <source>Suggested: %1.</source>
            <translation>Vorschlag: %1.</translation>
        </message>
        <message>
            <source>Learning rate %1: loss %2, of the batch %3</source>
            <translation>Lernrate %1: Verlust %2, der des Stapels %3</translation>
        </message>
    </context>
    <context>
        <name>flower::LearningRatePanel</name>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Search again</source>
            <translation>Noch einmal suchen</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Progress of the search</source>
            <translation>Fortschritt der Suche</translation>
        </message>
        <message>
            <source>Back to the curves of the training; the settings stay as they are</source>
            <translation>Zurück zu den Kurven des Trainings; die Einstellungen bleiben, wie sie sind</translation>
        </message>
        <message>
            <source>Stopped. The settings stay as they are.</source>
            <translation>Abgebrochen. Die Einstellungen bleiben, wie sie sind.</translation>
        </message>
        <message>
            <source>Find a learning rate for phase 1</source>
            <translation>Eine Lernrate für Phase 1 finden</translation>
        </message>
        <message>
            <source>Find a learning rate for phase 2</source>
            <translation>Eine Lernrate für Phase 2 finden</translation>
        </message>
        <message>
            <source>A copy of the network learns from your photos in about a hundred steps, at a higher rate with each. Where the loss falls fastest is a good rate; where it shoots up, the rate is far too high. Nothing of this is kept.</source>
            <translation>Eine Kopie des Netzes lernt in etwa hundert Schritten aus Ihren Fotos, mit jedem bei höherer Rate. Wo der Verlust am schnellsten fällt, ist die Rate gut; wo er in die Höhe schießt, ist sie viel zu hoch. Nichts davon wird behalten.</translation>
        </message>
        <message>
            <source>The head is taught a little first, as phase 1 would.</source>
            <translation>Vorher lernt kurz der Kopf, wie in Phase 1.</translation>
        </message>
        <message>
            <source>Reading photos…</source>
            <translation>Fotos werden gelesen …</translation>
        </message>
        <message>
            <source>Computing features for the head…</source>
            <translation>Merkmale für den Kopf werden berechnet …</translation>
        </message>
        <message>
            <source>Step %1 of at most %2</source>
            <translation>Schritt %1 von höchstens %2</translation>
        </message>
        <message>
            <source>Suggested: %1. The loss falls fastest there.</source>
            <translation>Vorschlag: %1. Dort fällt der Verlust am schnellsten.</translation>
        </message>
        <message>
            <source>Suggested: %1. The loss never falls clearly, so this is a tenth of the rate from which on it rises.</source>
            <translation>Vorschlag: %1. Der Verlust fällt nirgends deutlich; dies ist ein Zehntel der Rate, von der an er steigt.</translation>
        </message>
        <message>
            <source>No suggestion: the loss hardly changes at any of these rates. Keep the rate that is set.</source>
            <translation>Kein Vorschlag: Der Verlust ändert sich bei keiner dieser Raten nennenswert. Behalten Sie die eingestellte Rate.</translation>
        </message>
        <message>
            <source>Use %1</source>
            <translation>%1 übernehmen</translation>
        </message>
        <message>
            <source>Put this learning rate into the settings of phase 1</source>
            <translation>Diese Lernrate in die Einstellungen von Phase 1 eintragen</translation>
        </message>
        <message>
            <source>Put this learning rate into the settings of phase 2</source>
            <translation>Diese Lernrate in die Einstellungen von Phase 2 eintragen</translation>
        </message>
        <message>
            <source>Try all rates once more, with the settings of now</source>
            <translation>Alle Raten noch einmal versuchen, mit den jetzigen Einstellungen</translation>
        </message>
        <message>
            <source>Other photos are open now: search again.</source>
            <translation>Jetzt sind andere Fotos geöffnet: Suchen Sie noch einmal.</translation>
        </message>
    </context>
    <context>
        <name>flower::LearningRateSession</name>
        <message>
            <source>The search broke off: %1</source>
            <translation>Die Suche brach ab: %1</translation>
        </message>
    </context>
    <context>
        <name>flower::LegendButton</name>
        <message>
            <source>Show or hide “%1”</source>
            <translation>„%1“ zeigen oder ausblenden</translation>
        </message>
    </context>
    <context>
        <name>flower::MainMenu</name>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Datei</translation>
        </message>
        <message>
            <source>&amp;Teach it your flowers…</source>
            <translation>&amp;Blumen beibringen …</translation>
        </message>
        <message>
            <source>&amp;Open…</source>
            <translation>&amp;Öffnen …</translation>
        </message>
        <message>
            <source>Open a &amp;list of photos (CSV)…</source>
            <translation>Foto&amp;liste (CSV) öffnen …</translation>
        </message>
        <message>
            <source>Use the built-in &amp;samples</source>
            <translation>Eingebaute &amp;Beispiele verwenden</translation>
        </message>
        <message>
            <source>Oxford 102 &amp;Flowers…</source>
            <translation>Oxford 102 &amp;Flowers …</translation>
        </message>
        <message>
            <source>Open a &amp;model…</source>
            <translation>&amp;Modell öffnen …</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>B&amp;eenden</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>&amp;Bearbeiten</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Rückgängig</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>&amp;Wiederholen</translation>
        </message>
        <message>
            <source>&amp;Paste a picture to classify</source>
            <translation>Bild zum Bestimmen &amp;einfügen</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Wiederholen</translation>
        </message>
        <message>
            <source>&amp;Undo: %1</source>
            <translation>&amp;Rückgängig: %1</translation>
        </message>
        <message>
            <source>&amp;Redo: %1</source>
            <translation>&amp;Wiederholen: %1</translation>
        </message>
        <message>
            <source>&amp;Training</source>
            <translation>&amp;Training</translation>
        </message>
        <message>
            <source>&amp;Start</source>
            <translation>&amp;Starten</translation>
        </message>
        <message>
            <source>&amp;Pause or go on</source>
            <translation>&amp;Anhalten oder fortsetzen</translation>
        </message>
        <message>
            <source>S&amp;top and keep the best</source>
            <translation>&amp;Beenden und das Beste behalten</translation>
        </message>
        <message>
            <source>Get torchvision's &amp;weights…</source>
            <translation>&amp;Gewichte von torchvision laden …</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;Ansicht</translation>
        </message>
        <message>
            <source>&amp;Appearance</source>
            <translation>&amp;Aussehen</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Wie das System</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Hell</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Dunkel</translation>
        </message>
        <message>
            <source>&amp;Language</source>
            <translation>&amp;Sprache</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>&amp;Hilfe</translation>
        </message>
        <message>
            <source>&amp;Keyboard and first steps</source>
            <translation>&amp;Tastatur und erste Schritte</translation>
        </message>
        <message>
            <source>&amp;About Flower Trainer</source>
            <translation>Ü&amp;ber Flower Trainer</translation>
        </message>
        <message>
            <source>About &amp;Qt</source>
            <translation>Über &amp;Qt</translation>
        </message>
        <message>
            <source>About Flower Trainer</source>
            <translation>Über Flower Trainer</translation>
        </message>
        <message>
            <source>Flower Trainer %1
Teaches MobileNet-V2 to tell flowers apart, on your computer.
Free software under the GNU General Public License 3 or later.</source>
            <translation>Flower Trainer %1
Bringt MobileNet-V2 auf Ihrem Rechner bei, Blumen zu unterscheiden.
Freie Software unter der GNU General Public License 3 oder neuer.</translation>
        </message>
        <message>
            <source>Open a &amp;project (ZIP)…</source>
            <translation>&amp;Projekt öffnen (ZIP) …</translation>
        </message>
        <message>
            <source>&amp;Hand on as ZIP…</source>
            <translation>Als ZIP &amp;weitergeben …</translation>
        </message>
        <message>
            <source>Find mo&amp;ved photos…</source>
            <translation>&amp;Verschobene Fotos finden …</translation>
        </message>
    </context>
    <context>
        <name>flower::MainWindow</name>
        <message>
            <source>Flower Trainer</source>
            <translation>Flower Trainer</translation>
        </message>
        <message>
            <source>%1 % – Flower Trainer</source>
            <translation>%1 % – Flower Trainer</translation>
        </message>
        <message>
            <source>A training is running</source>
            <translation>Ein Training läuft</translation>
        </message>
        <message>
            <source>Stop the training and close? The best model so far is kept.</source>
            <translation>Das Training beenden und schließen? Das bisher beste Modell bleibt erhalten.</translation>
        </message>
        <message>
            <source>Stop and close</source>
            <translation>Beenden und schließen</translation>
        </message>
        <message>
            <source>Go on training</source>
            <translation>Weiter trainieren</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Durchsicht</translation>
        </message>
        <message>
            <source>A project is packed or opened</source>
            <translation>Ein Projekt wird gepackt oder geöffnet</translation>
        </message>
        <message>
            <source>Stop that and close? Nothing of it is kept.</source>
            <translation>Abbrechen und schließen? Davon bleibt nichts.</translation>
        </message>
        <message>
            <source>Wait for it</source>
            <translation>Abwarten</translation>
        </message>
    </context>
    <context>
        <name>flower::MapSession</name>
        <message>
            <source>The map was stopped.</source>
            <translation>Die Karte wurde angehalten.</translation>
        </message>
        <message>
            <source>The map broke off: %1</source>
            <translation>Die Karte brach ab: %1</translation>
        </message>
    </context>
    <context>
        <name>flower::MapTab</name>
        <message>
            <source>Ring wrong answers</source>
            <translation>Fehler umringen</translation>
        </message>
        <message>
            <source>Draw the map</source>
            <translation>Karte zeichnen</translation>
        </message>
        <message>
            <source>Look through them in Review</source>
            <translation>In der Durchsicht öffnen</translation>
        </message>
        <message>
            <source>Neighbours (t-SNE)</source>
            <translation>Nachbarn (t-SNE)</translation>
        </message>
        <message>
            <source>Widest spread (PCA)</source>
            <translation>Größte Streuung (PCA)</translation>
        </message>
        <message>
            <source>How photos get their places</source>
            <translation>Wie Fotos ihren Platz bekommen</translation>
        </message>
        <message>
            <source>Neighbours: photos that look alike to the network lie side by side; how far groups lie apart means little.
Widest spread: the two directions in which what the network sees differs most; distances mean more, groups overlap more.</source>
            <translation>Nachbarn: Fotos, die für das Netz ähnlich aussehen, liegen beieinander; wie weit Gruppen auseinanderliegen, sagt wenig.
Größte Streuung: die beiden Richtungen, in denen sich das, was das Netz sieht, am stärksten unterscheidet; Abstände sagen mehr, Gruppen überlappen mehr.</translation>
        </message>
        <message>
            <source>Lasso</source>
            <translation>Lasso</translation>
        </message>
        <message>
            <source>Drag around photos to select them; Shift adds to what is selected</source>
            <translation>Ziehen Sie eine Linie um Fotos, um sie auszuwählen; mit Umschalt kommen sie zur Auswahl hinzu</translation>
        </message>
        <message>
            <source>Rectangle</source>
            <translation>Rechteck</translation>
        </message>
        <message>
            <source>Drag a rectangle over photos to select them. With the keyboard: arrows go from photo to photo, Shift and arrows open a rectangle,
Space selects one, Ctrl+A all, Return opens it, + and − zoom, Ctrl and arrows move, 0 shows all.</source>
            <translation>Ziehen Sie ein Rechteck über Fotos, um sie auszuwählen. Mit der Tastatur: Pfeile gehen von Foto zu Foto, Umschalt mit Pfeilen zieht ein Rechteck auf,
die Leertaste wählt eines aus, Strg+A alle, die Eingabetaste öffnet es, + und − vergrößern und verkleinern, Strg mit Pfeilen verschiebt, 0 zeigt alle.</translation>
        </message>
        <message>
            <source>Move</source>
            <translation>Verschieben</translation>
        </message>
        <message>
            <source>Drag the map itself; the wheel zooms, the middle button moves at any time</source>
            <translation>Die Karte selbst ziehen; das Rad vergrößert, die mittlere Taste verschiebt jederzeit</translation>
        </message>
        <message>
            <source>Fit</source>
            <translation>Alles</translation>
        </message>
        <message>
            <source>Show all photos again after zooming (the key 0 does the same)</source>
            <translation>Nach dem Vergrößern wieder alle Fotos zeigen (die Taste 0 tut dasselbe)</translation>
        </message>
        <message>
            <source>Draw a dashed ring around photos that were answered wrongly</source>
            <translation>Einen gestrichelten Ring um Fotos zeichnen, die falsch beantwortet wurden</translation>
        </message>
        <message>
            <source>How far the map is</source>
            <translation>Wie weit die Karte ist</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Beenden</translation>
        </message>
        <message>
            <source>Show the selected photos in the Review tab, to find wrong labels</source>
            <translation>Die ausgewählten Fotos in der Durchsicht zeigen, um falsche Zuordnungen zu finden</translation>
        </message>
        <message>
            <source>There are no answers of this run, so there are no photos to place.</source>
            <translation>Von diesem Lauf gibt es keine Antworten und damit keine Fotos für eine Karte.</translation>
        </message>
        <message>
            <source>The model of this run is not in its folder any more. Without it nothing can be said about what the network sees; put model.safetensors back there, or train again.</source>
            <translation>Das Modell dieses Laufs ist nicht mehr in seinem Ordner. Ohne es lässt sich nicht sagen, was das Netz sieht; legen Sie model.safetensors dorthin zurück, oder trainieren Sie noch einmal.</translation>
        </message>
        <message>
            <source>The network looks at the photos …</source>
            <translation>Das Netz sieht sich die Fotos an …</translation>
        </message>
        <message>
            <source>Neighbours find each other: step %1 of %2</source>
            <translation>Nachbarn finden einander: Schritt %1 von %2</translation>
        </message>
        <message>
            <source>%1 of %2 photos are on the map, the same part of each kind: this way of placing compares each photo with every other.</source>
            <translation>%1 von %2 Fotos sind auf der Karte, von jeder Art derselbe Anteil: Dieses Verfahren vergleicht jedes Foto mit jedem anderen.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln photo(s) can't be read and are not on the map. Were they moved or deleted?</source>
            <translation>
                <numerusform>%Ln Foto kann nicht gelesen werden und ist nicht auf der Karte. Wurde es verschoben oder gelöscht?</numerusform>
                <numerusform>%Ln Fotos können nicht gelesen werden und sind nicht auf der Karte. Wurden sie verschoben oder gelöscht?</numerusform>
            </translation>
        </message>
        <message>
            <source>Photos that look alike to the network lie side by side.</source>
            <translation>Fotos, die für das Netz ähnlich aussehen, liegen beieinander.</translation>
        </message>
        <message numerus="yes">
            <source>The network looks at these %Ln photo(s) once more, and what it sees gives each a place on a map: photos that look alike to it lie side by side.</source>
            <translation>
                <numerusform>Das Netz sieht sich dieses Foto noch einmal an, und was es sieht, gibt ihm einen Platz auf einer Karte: Fotos, die für das Netz ähnlich aussehen, liegen beieinander.</numerusform>
                <numerusform>Das Netz sieht sich diese %Ln Fotos noch einmal an, und was es sieht, gibt jedem einen Platz auf einer Karte: Fotos, die für das Netz ähnlich aussehen, liegen beieinander.</numerusform>
            </translation>
        </message>
        <message>
            <source>Selected</source>
            <translation>Ausgewählt</translation>
        </message>
    </context>
    <context>
        <name>flower::MovedPhotosBar</name>
        <message>
            <source>Go on without them</source>
            <translation>Ohne sie weiter</translation>
        </message>
        <message>
            <source>Find moved photos…</source>
            <translation>Verschobene Fotos finden …</translation>
        </message>
        <message>
            <source>The numbers of the run will not be those of an undisturbed one.</source>
            <translation>Die Zahlen des Laufs werden nicht die eines ungestörten sein.</translation>
        </message>
        <message>
            <source>Hide this message</source>
            <translation>Diese Meldung ausblenden</translation>
        </message>
        <message numerus="yes">
            <source>%Ln of %1 photo(s) of “%2” are not where they were. If they were moved, the program can find them again.</source>
            <translation>
                <numerusform>%Ln von %1 Fotos von „%2“ ist nicht mehr da, wo es war. Wurde es verschoben, kann das Programm es wiederfinden.</numerusform>
                <numerusform>%Ln von %1 Fotos von „%2“ sind nicht mehr da, wo sie waren. Wurden sie verschoben, kann das Programm sie wiederfinden.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln of %1 photo(s) that the run with “%2” learns from are not where they were. Find them, so that it ends as it would have undisturbed.</source>
            <translation>
                <numerusform>%Ln von %1 Fotos, von denen der Lauf mit „%2“ lernt, ist nicht mehr da, wo es war. Finden Sie es, damit er endet wie ungestört.</numerusform>
                <numerusform>%Ln von %1 Fotos, von denen der Lauf mit „%2“ lernt, sind nicht mehr da, wo sie waren. Finden Sie sie, damit er endet wie ungestört.</numerusform>
            </translation>
        </message>
        <message>
            <source>Looking which photos are not where they were…</source>
            <translation>Es wird nachgesehen, welche Fotos nicht mehr dort sind, wo sie waren …</translation>
        </message>
    </context>
    <context>
        <name>flower::NavigationRail</name>
        <message>
            <source>Works offline</source>
            <translation>Arbeitet ohne Netz</translation>
        </message>
        <message>
            <source>Flower Trainer</source>
            <translation>Flower Trainer</translation>
        </message>
        <message>
            <source>The running training; a click leads to it</source>
            <translation>Das laufende Training; ein Klick führt dorthin</translation>
        </message>
        <message>
            <source>Your photos stay on this computer. Nothing goes over the network unless you ask for it.</source>
            <translation>Ihre Fotos bleiben auf diesem Rechner. Nichts geht über das Netz, wenn Sie es nicht verlangen.</translation>
        </message>
        <message>
            <source>%1 (Ctrl+%2)</source>
            <translation>%1 (Strg+%2)</translation>
        </message>
        <message>
            <source>Fetching: %1</source>
            <translation>Wird geladen: %1</translation>
        </message>
    </context>
    <context>
        <name>flower::OpenProjectDialog</name>
        <message>
            <source>New folder for the project</source>
            <translation>Neuer Ordner für das Projekt</translation>
        </message>
        <message>
            <source>&amp;Open</source>
            <translation>Ö&amp;ffnen</translation>
        </message>
        <message>
            <source>Open a project</source>
            <translation>Projekt öffnen</translation>
        </message>
        <message>
            <source>It is unpacked to a new folder. The runs appear on Results, beside yours.</source>
            <translation>Es wird in einen neuen Ordner entpackt. Die Läufe erscheinen unter Ergebnisse neben Ihren.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message numerus="yes">
            <source>%Ln photo(s) of %1 kinds</source>
            <translation>
                <numerusform>%Ln Foto von %1 Arten</numerusform>
                <numerusform>%Ln Fotos von %1 Arten</numerusform>
            </translation>
        </message>
        <message>
            <source>The photos themselves are not in it, only their list.</source>
            <translation>Die Fotos selbst sind nicht darin, nur ihre Liste.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln of the photos are not in it.</source>
            <translation>
                <numerusform>%Ln der Fotos ist nicht darin.</numerusform>
                <numerusform>%Ln der Fotos sind nicht darin.</numerusform>
            </translation>
        </message>
        <message>
            <source>No runs</source>
            <translation>Keine Läufe</translation>
        </message>
        <message numerus="yes">
            <source>%Ln run(s)</source>
            <translation>
                <numerusform>%Ln Lauf</numerusform>
                <numerusform>%Ln Läufe</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln run(s), the best one %1 right on test photos</source>
            <translation>
                <numerusform>%Ln Lauf, %1 der Testfotos richtig</numerusform>
                <numerusform>%Ln Läufe, der beste mit %1 der Testfotos richtig</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>What was decided about %Ln photo(s) in review</source>
            <translation>
                <numerusform>Was in der Durchsicht über %Ln Foto entschieden wurde</numerusform>
                <numerusform>Was in der Durchsicht über %Ln Fotos entschieden wurde</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 on the disk</source>
            <translation>%1 auf dem Datenträger</translation>
        </message>
        <message>
            <source>Packed on %1</source>
            <translation>Gepackt am %1</translation>
        </message>
        <message>
            <source>This is there already. Choose another name, so that nothing is written over.</source>
            <translation>Das gibt es schon. Wählen Sie einen anderen Namen, damit nichts überschrieben wird.</translation>
        </message>
        <message>
            <source>Choose where the new folder goes</source>
            <translation>Wählen Sie, wo der neue Ordner liegen soll</translation>
        </message>
    </context>
    <context>
        <name>flower::PageNames</name>
        <message>
            <source>Photos</source>
            <translation>Fotos</translation>
        </message>
        <message>
            <source>Train</source>
            <translation>Training</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>Ergebnisse</translation>
        </message>
        <message>
            <source>Classify</source>
            <translation>Bestimmen</translation>
        </message>
    </context>
    <context>
        <name>flower::PathRow</name>
        <message>
            <source>Browse…</source>
            <translation>Durchsuchen …</translation>
        </message>
    </context>
    <context>
        <name>flower::PhaseSettings</name>
        <message>
            <source>Find a rate…</source>
            <translation>Rate finden …</translation>
        </message>
        <message>
            <source>Preview…</source>
            <translation>Vorschau …</translation>
        </message>
        <message>
            <source>Shows what augmentation makes of some of your photos, with the settings of the moment</source>
            <translation>Zeigt, was die veränderten Ansichten mit den jetzigen Einstellungen aus einigen Ihrer Fotos machen</translation>
        </message>
        <message>
            <source>Epochs</source>
            <translation>Epochen</translation>
        </message>
        <message>
            <source>How often the network sees all training photos in this phase; 0 leaves the phase out.</source>
            <translation>Wie oft das Netz in dieser Phase alle Trainingsfotos sieht; 0 lässt die Phase aus.</translation>
        </message>
        <message>
            <source>Learning rate</source>
            <translation>Lernrate</translation>
        </message>
        <message>
            <source>Size of each learning step. Too high and the curves jump; too low and they crawl.</source>
            <translation>Größe jedes Lernschritts. Zu groß, und die Kurven springen; zu klein, und sie kriechen.</translation>
        </message>
        <message>
            <source>Batch size</source>
            <translation>Stapelgröße</translation>
        </message>
        <message>
            <source>Photos per learning step.</source>
            <translation>Fotos je Lernschritt.</translation>
        </message>
        <message>
            <source>Optimiser</source>
            <translation>Optimierer</translation>
        </message>
        <message>
            <source>How steps follow from gradients.</source>
            <translation>Wie aus Gradienten Schritte werden.</translation>
        </message>
        <message>
            <source>SGD with momentum</source>
            <translation>SGD mit Momentum</translation>
        </message>
        <message>
            <source>Momentum</source>
            <translation>Momentum</translation>
        </message>
        <message>
            <source>For SGD only.</source>
            <translation>Nur für SGD.</translation>
        </message>
        <message>
            <source>Weight decay</source>
            <translation>Weight Decay</translation>
        </message>
        <message>
            <source>Pulls weights towards zero, against learning by heart.</source>
            <translation>Zieht die Gewichte gegen null, gegen das Auswendiglernen.</translation>
        </message>
        <message>
            <source>Schedule</source>
            <translation>Verlauf</translation>
        </message>
        <message>
            <source>How the learning rate changes over the epochs.</source>
            <translation>Wie sich die Lernrate über die Epochen ändert.</translation>
        </message>
        <message>
            <source>Constant</source>
            <translation>Gleichbleibend</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>Stufen</translation>
        </message>
        <message>
            <source>Reduce on plateau</source>
            <translation>Bei Stillstand senken</translation>
        </message>
        <message>
            <source>Cosine</source>
            <translation>Kosinus</translation>
        </message>
        <message>
            <source>Step every</source>
            <translation>Stufe alle</translation>
        </message>
        <message>
            <source>Step schedule: epochs between two reductions.</source>
            <translation>Stufenverlauf: Epochen zwischen zwei Senkungen.</translation>
        </message>
        <message>
            <source>Step factor</source>
            <translation>Stufenfaktor</translation>
        </message>
        <message>
            <source>What the learning rate is multiplied with at each reduction.</source>
            <translation>Womit die Lernrate bei jeder Senkung malgenommen wird.</translation>
        </message>
        <message>
            <source>Plateau patience</source>
            <translation>Geduld bei Stillstand</translation>
        </message>
        <message>
            <source>Plateau schedule: epochs without improvement before a reduction.</source>
            <translation>Stillstandsverlauf: Epochen ohne Verbesserung vor einer Senkung.</translation>
        </message>
        <message>
            <source>Warm-up epochs</source>
            <translation>Aufwärmepochen</translation>
        </message>
        <message>
            <source>The learning rate rises over these epochs.</source>
            <translation>Über diese Epochen steigt die Lernrate an.</translation>
        </message>
        <message>
            <source>Dropout</source>
            <translation>Dropout</translation>
        </message>
        <message>
            <source>Share of the features hidden from the head while it learns.</source>
            <translation>Anteil der Merkmale, der dem Kopf beim Lernen verborgen wird.</translation>
        </message>
        <message>
            <source>Label smoothing</source>
            <translation>Label Smoothing</translation>
        </message>
        <message>
            <source>How much of the right answer is spread over all kinds, against over-confidence.</source>
            <translation>Wie viel der richtigen Antwort auf alle Arten verteilt wird, gegen zu große Sicherheit.</translation>
        </message>
        <message>
            <source>Mixup</source>
            <translation>Mixup</translation>
        </message>
        <message>
            <source>Lays photos over each other in pairs and asks for both kinds, against learning by heart. 0 is off; 0.2 mixes gently, 1 strongly. The accuracy in training then counts the stronger of both kinds and looks worse than it is. In phase 1 with kept views the features are mixed, not the photos.</source>
            <translation>Legt Fotos paarweise übereinander und fragt nach beiden Arten, gegen das Auswendiglernen. 0 ist aus; 0,2 mischt sanft, 1 stark. Die Genauigkeit beim Training zählt dann die stärkere der beiden Arten und sieht schlechter aus, als sie ist. In Phase 1 mit behaltenen Ansichten werden die Merkmale gemischt, nicht die Fotos.</translation>
        </message>
        <message>
            <source>CutMix</source>
            <translation>CutMix</translation>
        </message>
        <message>
            <source>Replaces a box of each photo by that of another one and asks for both kinds by their area. 0 is off; 1 is usual. Where Mixup is on too, chance chooses one of them for each batch. Not possible in phase 1 with kept views, which sees only features.</source>
            <translation>Ersetzt ein Rechteck jedes Fotos durch das eines anderen und fragt nach beiden Arten gemäß ihrer Fläche. 0 ist aus, 1 üblich. Ist auch Mixup an, entscheidet bei jedem Stapel der Zufall. In Phase 1 mit behaltenen Ansichten nicht möglich, weil sie nur Merkmale sieht.</translation>
        </message>
        <message>
            <source>Early stopping</source>
            <translation>Vorzeitiges Ende</translation>
        </message>
        <message>
            <source>End the phase when the validation no longer improves.</source>
            <translation>Die Phase beenden, wenn die Validierung nicht mehr besser wird.</translation>
        </message>
        <message>
            <source>Patience</source>
            <translation>Geduld</translation>
        </message>
        <message>
            <source>Early stopping: epochs without improvement before the end.</source>
            <translation>Vorzeitiges Ende: Epochen ohne Verbesserung vor dem Ende.</translation>
        </message>
        <message>
            <source>Watch</source>
            <translation>Beobachten</translation>
        </message>
        <message>
            <source>What early stopping and the plateau schedule look at.</source>
            <translation>Worauf das vorzeitige Ende und der Stillstandsverlauf achten.</translation>
        </message>
        <message>
            <source>Validation accuracy</source>
            <translation>Validierungsgenauigkeit</translation>
        </message>
        <message>
            <source>Validation loss</source>
            <translation>Validierungsverlust</translation>
        </message>
        <message>
            <source>Augmentation</source>
            <translation>Veränderte Ansichten</translation>
        </message>
        <message>
            <source>Show a changed view of each photo every time, so that the network learns the flower and not the photo.</source>
            <translation>Jedes Foto jedes Mal verändert zeigen, damit das Netz die Blume lernt und nicht das Foto.</translation>
        </message>
        <message>
            <source>Random crop</source>
            <translation>Zufallsausschnitt</translation>
        </message>
        <message>
            <source>Random resized crop; off: a centre crop.</source>
            <translation>Zufälliger, skalierter Ausschnitt; aus: die Mitte.</translation>
        </message>
        <message>
            <source>Smallest crop</source>
            <translation>Kleinster Ausschnitt</translation>
        </message>
        <message>
            <source>Smallest share of the photo's area.</source>
            <translation>Kleinster Anteil an der Fläche des Fotos.</translation>
        </message>
        <message>
            <source>Flip</source>
            <translation>Spiegeln</translation>
        </message>
        <message>
            <source>Mirror half of the photos.</source>
            <translation>Die Hälfte der Fotos spiegeln.</translation>
        </message>
        <message>
            <source>Rotation (°)</source>
            <translation>Drehung (°)</translation>
        </message>
        <message>
            <source>Up to so many degrees to either side.</source>
            <translation>Bis zu so viel Grad nach jeder Seite.</translation>
        </message>
        <message>
            <source>Brightness</source>
            <translation>Helligkeit</translation>
        </message>
        <message>
            <source>0.2: a factor between 0.8 and 1.2.</source>
            <translation>0,2: ein Faktor zwischen 0,8 und 1,2.</translation>
        </message>
        <message>
            <source>Contrast</source>
            <translation>Kontrast</translation>
        </message>
        <message>
            <source>Saturation</source>
            <translation>Sättigung</translation>
        </message>
        <message>
            <source>Tries learning rates from tiny to large on a copy of the network and suggests one</source>
            <translation>Probiert an einer Kopie des Netzes Lernraten von winzig bis groß aus und schlägt eine vor</translation>
        </message>
        <message>
            <source>Crop resolution</source>
            <translation>Ausschnitt-Auflösung</translation>
        </message>
        <message>
            <source>Random crops are scaled to this share of the image size, to a multiple of 32 pixels: 0.86 of 224 is 192. Less learns faster (0.86 saves a quarter of the time), 1 is the image size itself. Validation and answers always use the image size.</source>
            <translation>Zufällige Ausschnitte werden auf diesen Anteil der Bildgröße gebracht, auf ein Vielfaches von 32 Pixeln: 0,86 von 224 sind 192. Mit weniger lernt es sich schneller (0,86 spart ein Viertel der Zeit), 1 ist die Bildgröße selbst. Validierung und Antworten nutzen immer die Bildgröße.</translation>
        </message>
    </context>
    <context>
        <name>flower::PhotoBubble</name>
        <message>
            <source>%1, answered rightly with %2</source>
            <translation>%1, richtig beantwortet mit %2</translation>
        </message>
        <message>
            <source>True %1, answered %2 with %3</source>
            <translation>In Wahrheit %1, beantwortet mit %2 (%3)</translation>
        </message>
        <message>
            <source>The photo can't be read.</source>
            <translation>Das Foto kann nicht gelesen werden.</translation>
        </message>
    </context>
    <context>
        <name>flower::PhotoInspector</name>
        <message>
            <source>The five most probable kinds</source>
            <translation>Die fünf wahrscheinlichsten Arten</translation>
        </message>
        <message>
            <source>The probabilities that the network gave when the run ended (softmax, calibrated)</source>
            <translation>Die Wahrscheinlichkeiten, die das Netz am Ende des Laufs angab (Softmax, kalibriert)</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>%1 (its label)</source>
            <translation>%1 (so beschriftet)</translation>
        </message>
    </context>
    <context>
        <name>flower::PhotoListModel</name>
        <message>
            <source>%1
%2 · %3</source>
            <translation>%1
%2 · %3</translation>
        </message>
        <message>
            <source>%1, a photo of %2</source>
            <translation>%1, ein Foto von %2</translation>
        </message>
    </context>
    <context>
        <name>flower::PhotoReview</name>
        <message>
            <source>The marks of an earlier review can't be read. The file was set aside as %1.</source>
            <translation>Die Markierungen einer früheren Durchsicht lassen sich nicht lesen. Die Datei wurde als %1 beiseitegelegt.</translation>
        </message>
        <message>
            <source>These photos were at %1 before: what was changed about them in review was taken over. It can be dropped on the Photos page.</source>
            <translation>Diese Fotos lagen früher unter %1: Was in der Durchsicht an ihnen geändert wurde, wurde übernommen. Auf der Seite „Fotos“ können Sie es verwerfen.</translation>
        </message>
        <message numerus="yes">
            <source>drop %n change(s)</source>
            <translation>
                <numerusform>eine Änderung verwerfen</numerusform>
                <numerusform>%n Änderungen verwerfen</numerusform>
            </translation>
        </message>
        <message>
            <source>The changes of the review can't be saved; they hold until the program ends. %1</source>
            <translation>Die Änderungen der Durchsicht lassen sich nicht speichern; sie gelten, bis das Programm endet. %1</translation>
        </message>
    </context>
    <context>
        <name>flower::PhotoScatter</name>
        <message>
            <source>Map of the photos</source>
            <translation>Karte der Fotos</translation>
        </message>
    </context>
    <context>
        <name>flower::PhotoStack</name>
        <message numerus="yes">
            <source>%1: %Ln photo(s)</source>
            <translation>
                <numerusform>%1: %Ln Foto</numerusform>
                <numerusform>%1: %Ln Fotos</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln photo(s) can't be read. Were they moved or deleted?</source>
            <translation>
                <numerusform>%Ln Foto lässt sich nicht lesen. Wurde es verschoben oder gelöscht?</numerusform>
                <numerusform>%Ln Fotos lassen sich nicht lesen. Wurden sie verschoben oder gelöscht?</numerusform>
            </translation>
        </message>
        <message>
            <source>Put the photos back where they were when this run was trained: the tool tip of each says where.</source>
            <translation>Legen Sie die Fotos dorthin zurück, wo sie beim Training dieses Laufs lagen: Der Hinweis zu jedem Foto sagt, wo.</translation>
        </message>
    </context>
    <context>
        <name>flower::PhotoStacks</name>
        <message>
            <source>%1, answered rightly</source>
            <translation>%1, richtig beantwortet</translation>
        </message>
        <message>
            <source>True %1, answered %2</source>
            <translation>Wahr %1, beantwortet %2</translation>
        </message>
        <message>
            <source>%1, answered wrongly</source>
            <translation>%1, falsch beantwortet</translation>
        </message>
    </context>
    <context>
        <name>flower::PhotosPage</name>
        <message>
            <source>Photos</source>
            <translation>Fotos</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Train with these</source>
            <translation>Damit trainieren</translation>
        </message>
        <message>
            <source>Open folder…</source>
            <translation>Ordner öffnen …</translation>
        </message>
        <message>
            <source>A folder with one subfolder for each kind, with train/val/test folders, or Oxford 102 (Ctrl+O)</source>
            <translation>Ein Ordner mit einem Unterordner je Art, mit Ordnern train/val/test, oder Oxford 102 (Strg+O)</translation>
        </message>
        <message>
            <source>Reading photos: %v of %m</source>
            <translation>Fotos werden gelesen: %v von %m</translation>
        </message>
        <message>
            <source>Teach the computer your flowers</source>
            <translation>Bringen Sie dem Rechner Ihre Blumen bei</translation>
        </message>
        <message>
            <source>Choose a folder that holds one subfolder of photos for each kind, or drop it here. Your photos are only read: nothing is moved, changed or sent anywhere.</source>
            <translation>Wählen Sie einen Ordner, der je Art einen Unterordner mit Fotos enthält, oder legen Sie ihn hier ab. Ihre Fotos werden nur gelesen: Nichts wird verschoben, verändert oder verschickt.</translation>
        </message>
        <message>
            <source>Teach it your flowers…</source>
            <translation>Blumen beibringen …</translation>
        </message>
        <message>
            <source>Try the built-in samples</source>
            <translation>Eingebaute Beispiele ausprobieren</translation>
        </message>
        <message>
            <source>Drawn flowers of six kinds, made by the program: no photos and no network needed</source>
            <translation>Gezeichnete Blumen von sechs Arten, vom Programm gemacht: ohne Fotos und ohne Netz</translation>
        </message>
        <message>
            <source>Kinds of flowers</source>
            <translation>Blumenarten</translation>
        </message>
        <message>
            <source>Photos that can't be used</source>
            <translation>Fotos, die nicht verwendet werden können</translation>
        </message>
        <message>
            <source>All photos</source>
            <translation>Alle Fotos</translation>
        </message>
        <message>
            <source>Train</source>
            <translation>Training</translation>
        </message>
        <message>
            <source>Val</source>
            <translation>Val.</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>Test</translation>
        </message>
        <message>
            <source>Part of the split</source>
            <translation>Teil der Aufteilung</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>Ausgelassen</translation>
        </message>
        <message>
            <source>Kinds</source>
            <translation>Arten</translation>
        </message>
        <message>
            <source>Choose the folder with your photos</source>
            <translation>Wählen Sie den Ordner mit Ihren Fotos</translation>
        </message>
        <message>
            <source>Choose a list of photos</source>
            <translation>Wählen Sie eine Fotoliste</translation>
        </message>
        <message>
            <source>List of photos (*.csv)</source>
            <translation>Fotoliste (*.csv)</translation>
        </message>
        <message>
            <source>Left out (%1)</source>
            <translation>Ausgelassen (%1)</translation>
        </message>
        <message>
            <source>%1 · the split came with the photos</source>
            <translation>%1 · die Aufteilung kam mit den Fotos</translation>
        </message>
        <message>
            <source>%1 · split by the program, seed %2</source>
            <translation>%1 · vom Programm aufgeteilt, Startwert %2</translation>
        </message>
        <message>
            <source>Oxford 102 Flowers is here. Open it with File, Oxford 102 Flowers.</source>
            <translation>Oxford 102 Flowers ist da. Öffnen Sie es mit Datei, Oxford 102 Flowers.</translation>
        </message>
        <message>
            <source>Oxford 102 Flowers…</source>
            <translation>Oxford 102 Flowers …</translation>
        </message>
        <message>
            <source>8,189 photos of 102 kinds, as published by the University of Oxford. Asks before anything is fetched.</source>
            <translation>8.189 Fotos von 102 Arten, wie von der Universität Oxford veröffentlicht. Fragt, bevor etwas geladen wird.</translation>
        </message>
        <message>
            <source>Photos changed in review</source>
            <translation>In der Durchsicht geänderte Fotos</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Geändert</translation>
        </message>
        <message>
            <source>%1
%2: left out</source>
            <translation>%1
%2: ausgelassen</translation>
        </message>
        <message>
            <source>%1
%2 → %3</source>
            <translation>%1
%2 → %3</translation>
        </message>
        <message>
            <source>Changed (%1)</source>
            <translation>Geändert (%1)</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>Prüfung</translation>
        </message>
        <message>
            <source>Check (%1)</source>
            <translation>Prüfung (%1)</translation>
        </message>
        <message>
            <source>All photos that are open are where they should be. Photos can be found again that a list (CSV) names.</source>
            <translation>Alle geöffneten Fotos sind da, wo sie sein sollen. Wiederfinden lassen sich Fotos, die eine Liste (CSV) nennt.</translation>
        </message>
    </context>
    <context>
        <name>flower::PlotView</name>
        <message>
            <source>A chart; the table of epochs holds the same numbers.</source>
            <translation>Ein Diagramm; die Tabelle der Epochen enthält dieselben Zahlen.</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>Alles zeigen</translation>
        </message>
        <message>
            <source>Show the whole run again after zooming (double click does the same)</source>
            <translation>Nach dem Vergrößern wieder den ganzen Lauf zeigen (auch mit Doppelklick)</translation>
        </message>
        <message>
            <source>Save the chart as PNG, SVG or CSV</source>
            <translation>Das Diagramm als PNG, SVG oder CSV sichern</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>Epoch %1: %2</source>
            <translation>Epoche %1: %2</translation>
        </message>
        <message>
            <source>batches</source>
            <translation>Stapel</translation>
        </message>
        <message>
            <source>%1 can't be written. Choose another place.</source>
            <translation>%1 lässt sich nicht schreiben. Wählen Sie einen anderen Ort.</translation>
        </message>
        <message>
            <source>Save the chart</source>
            <translation>Diagramm sichern</translation>
        </message>
        <message>
            <source>Picture (*.png);;Vector picture (*.svg);;Table (*.csv)</source>
            <translation>Bild (*.png);;Vektorbild (*.svg);;Tabelle (*.csv)</translation>
        </message>
        <message>
            <source>Saved as %1</source>
            <translation>Gesichert als %1</translation>
        </message>
    </context>
    <context>
        <name>flower::PredictionListModel</name>
        <message>
            <source>%1: waiting</source>
            <translation>%1: wartet</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>%1: %2, %3</source>
            <translation>%1: %2, %3</translation>
        </message>
        <message>
            <source>Waiting for its answer…</source>
            <translation>Wartet auf seine Antwort …</translation>
        </message>
        <message>
            <source>None of these (most like %1)</source>
            <translation>Keine von diesen (am ähnlichsten: %1)</translation>
        </message>
        <message>
            <source>Not sure: %1 or %2?</source>
            <translation>Nicht sicher: %1 oder %2?</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Wartet</translation>
        </message>
        <message>
            <source>Unreadable</source>
            <translation>Unlesbar</translation>
        </message>
        <message>
            <source>Sure</source>
            <translation>Sicher</translation>
        </message>
        <message>
            <source>Not sure</source>
            <translation>Nicht sicher</translation>
        </message>
        <message>
            <source>None of these</source>
            <translation>Keine von diesen</translation>
        </message>
        <message>
            <source>%1 (corrected)</source>
            <translation>%1 (berichtigt)</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>At %1, %2 (latitude, longitude)</source>
            <translation>Bei %1, %2 (Breite, Länge)</translation>
        </message>
        <message>
            <source>Photo</source>
            <translation>Foto</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Antwort</translation>
        </message>
        <message>
            <source>Probability</source>
            <translation>Wahrscheinlichkeit</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Zustand</translation>
        </message>
        <message>
            <source>Runner-up</source>
            <translation>Zweite Antwort</translation>
        </message>
        <message>
            <source>True kind</source>
            <translation>Wahre Art</translation>
        </message>
        <message>
            <source>Corrected</source>
            <translation>Berichtigt</translation>
        </message>
        <message>
            <source>Taken</source>
            <translation>Aufgenommen</translation>
        </message>
        <message>
            <source>The photo's file</source>
            <translation>Die Datei des Fotos</translation>
        </message>
        <message>
            <source>The most probable kind (class)</source>
            <translation>Die wahrscheinlichste Art (Klasse)</translation>
        </message>
        <message>
            <source>How probable the answer is: sorted upward, the least sure come first</source>
            <translation>Wie wahrscheinlich die Antwort ist: aufwärts sortiert kommen die unsichersten zuerst</translation>
        </message>
        <message>
            <source>Whether the answer can be counted on</source>
            <translation>Ob auf die Antwort Verlass ist</translation>
        </message>
        <message>
            <source>The second most probable kind</source>
            <translation>Die zweitwahrscheinlichste Art</translation>
        </message>
        <message>
            <source>The kind that the photo's folder is named after, where the model knows it</source>
            <translation>Die Art, nach der der Ordner des Fotos heißt, wo das Modell sie kennt</translation>
        </message>
        <message>
            <source>The kind that you gave the photo</source>
            <translation>Die Art, die Sie dem Foto gegeben haben</translation>
        </message>
        <message>
            <source>The date that the camera wrote into the photo</source>
            <translation>Das Datum, das die Kamera in das Foto geschrieben hat</translation>
        </message>
        <message>
            <source>%1 (earlier model)</source>
            <translation>%1 (früheres Modell)</translation>
        </message>
        <message>
            <source>Earlier model</source>
            <translation>Früheres Modell</translation>
        </message>
        <message>
            <source>Another model was opened since. Classify the photo again to have its answer.</source>
            <translation>Seither wurde ein anderes Modell geöffnet. Bestimmen Sie das Foto neu, um dessen Antwort zu sehen.</translation>
        </message>
    </context>
    <context>
        <name>flower::PretrainedFeatures</name>
        <message>
            <source>%1 is a trained model. Choose pretrained weights.</source>
            <translation>%1 ist ein trainiertes Modell. Wählen Sie vortrainierte Gewichte.</translation>
        </message>
    </context>
    <context>
        <name>flower::ProjectBar</name>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translation>Im Ordner zeigen</translation>
        </message>
        <message>
            <source>How far the project is</source>
            <translation>Wie weit das Projekt ist</translation>
        </message>
        <message>
            <source>Hide this message</source>
            <translation>Diese Meldung ausblenden</translation>
        </message>
        <message>
            <source>There are no photos to hand on yet. Open some first.</source>
            <translation>Es gibt noch keine Fotos zum Weitergeben. Öffnen Sie zuerst welche.</translation>
        </message>
        <message>
            <source>Open a project</source>
            <translation>Projekt öffnen</translation>
        </message>
        <message>
            <source>ZIP files (*.zip)</source>
            <translation>ZIP-Dateien (*.zip)</translation>
        </message>
        <message>
            <source>Looking into %1…</source>
            <translation>Sehe in %1 nach …</translation>
        </message>
        <message>
            <source>Packing %1…</source>
            <translation>Packe %1 …</translation>
        </message>
        <message>
            <source>Opening %1…</source>
            <translation>Öffne %1 …</translation>
        </message>
        <message numerus="yes">
            <source>%Ln photo(s)</source>
            <translation>
                <numerusform>%Ln Foto</numerusform>
                <numerusform>%Ln Fotos</numerusform>
            </translation>
        </message>
        <message>
            <source>the list of the photos</source>
            <translation>die Liste der Fotos</translation>
        </message>
        <message>
            <source>%1 is ready: %2, %3, %4.</source>
            <translation>%1 ist fertig: %2, %3, %4.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln run(s)</source>
            <translation>
                <numerusform>%Ln Lauf</numerusform>
                <numerusform>%Ln Läufe</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln photo(s) couldn't be found and are named in it; the first one is %1.</source>
            <translation>
                <numerusform>%Ln Foto war nicht zu finden und ist darin genannt: %1.</numerusform>
                <numerusform>%Ln Fotos waren nicht zu finden und sind darin genannt; das erste ist %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln decision(s) from the review</source>
            <translation>
                <numerusform>%Ln Entscheidung aus der Durchsicht</numerusform>
                <numerusform>%Ln Entscheidungen aus der Durchsicht</numerusform>
            </translation>
        </message>
        <message>
            <source>“%1” is here: %2.</source>
            <translation>„%1“ ist da: %2.</translation>
        </message>
        <message>
            <source>The photos themselves weren't in the ZIP. Results can be read and photos classified without them; if they are on this computer, File, Find moved photos finds them.</source>
            <translation>Die Fotos selbst waren nicht in der ZIP-Datei. Ergebnisse lesen und Fotos bestimmen geht ohne sie; wenn sie auf diesem Rechner sind, findet sie Datei, Verschobene Fotos finden.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln photo(s) of its list weren't in the ZIP.</source>
            <translation>
                <numerusform>%Ln Foto seiner Liste war nicht in der ZIP-Datei.</numerusform>
                <numerusform>%Ln Fotos seiner Liste waren nicht in der ZIP-Datei.</numerusform>
            </translation>
        </message>
        <message>
            <source>One project at a time: wait for this one, or cancel it.</source>
            <translation>Ein Projekt nach dem anderen: Warten Sie auf dieses, oder brechen Sie es ab.</translation>
        </message>
    </context>
    <context>
        <name>flower::ProjectSession</name>
        <message>
            <source>The work on the project broke off: %1</source>
            <translation>Die Arbeit am Projekt brach ab: %1</translation>
        </message>
    </context>
    <context>
        <name>flower::RecentPhotosMenu</name>
        <message>
            <source>&amp;Recent photos</source>
            <translation>&amp;Zuletzt verwendete Fotos</translation>
        </message>
    </context>
    <context>
        <name>flower::ReliabilityChart</name>
        <message>
            <source>before temperature scaling</source>
            <translation>vor der Temperaturskalierung</translation>
        </message>
        <message>
            <source>probability of the answer, %</source>
            <translation>Wahrscheinlichkeit der Antwort, %</translation>
        </message>
        <message>
            <source>photos</source>
            <translation>Fotos</translation>
        </message>
        <message>
            <source>right, %</source>
            <translation>richtig, %</translation>
        </message>
        <message>
            <source>Reliability diagram</source>
            <translation>Zuverlässigkeitsdiagramm</translation>
        </message>
        <message>
            <source>A chart; the button “Table” shows the same numbers as a table.</source>
            <translation>Ein Diagramm; der Knopf „Tabelle“ zeigt dieselben Zahlen als Tabelle.</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <translation>%1 bis %2</translation>
        </message>
        <message>
            <source>%1: no photos</source>
            <translation>%1: keine Fotos</translation>
        </message>
        <message numerus="yes">
            <source>%1: %Ln photo(s), %2 right (95 % interval %3 to %4)</source>
            <translation>
                <numerusform>%1: %Ln Foto, %2 richtig (95-%-Intervall %3 bis %4)</numerusform>
                <numerusform>%1: %Ln Fotos, %2 richtig (95-%-Intervall %3 bis %4)</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>flower::ReliabilityTableModel</name>
        <message>
            <source>%1 to %2</source>
            <translation>%1 bis %2</translation>
        </message>
        <message>
            <source>Probability</source>
            <translation>Wahrscheinlichkeit</translation>
        </message>
        <message>
            <source>Photos</source>
            <translation>Fotos</translation>
        </message>
        <message>
            <source>Mean</source>
            <translation>Mittel</translation>
        </message>
        <message>
            <source>Right</source>
            <translation>Richtig</translation>
        </message>
        <message>
            <source>Photos before</source>
            <translation>Fotos vorher</translation>
        </message>
        <message>
            <source>Right before</source>
            <translation>Richtig vorher</translation>
        </message>
        <message>
            <source>The probability that the answer was given with (“confidence”)</source>
            <translation>Die Wahrscheinlichkeit, mit der geantwortet wurde („confidence“)</translation>
        </message>
        <message>
            <source>Photos answered with such a probability</source>
            <translation>Fotos, die mit einer solchen Wahrscheinlichkeit beantwortet wurden</translation>
        </message>
        <message>
            <source>The mean probability of these answers</source>
            <translation>Die mittlere Wahrscheinlichkeit dieser Antworten</translation>
        </message>
        <message>
            <source>How many of these answers are right (“accuracy”)</source>
            <translation>Wie viele dieser Antworten richtig sind („accuracy“)</translation>
        </message>
        <message>
            <source>Photos answered with such a probability before temperature scaling</source>
            <translation>Fotos, die vor der Temperaturskalierung mit einer solchen Wahrscheinlichkeit beantwortet wurden</translation>
        </message>
        <message>
            <source>How many of those answers are right</source>
            <translation>Wie viele jener Antworten richtig sind</translation>
        </message>
    </context>
    <context>
        <name>flower::ResultsPage</name>
        <message>
            <source>Results</source>
            <translation>Ergebnisse</translation>
        </message>
        <message>
            <source>Classify with this model</source>
            <translation>Mit diesem Modell bestimmen</translation>
        </message>
        <message>
            <source>No runs yet</source>
            <translation>Noch keine Läufe</translation>
        </message>
        <message>
            <source>Go to Train</source>
            <translation>Zum Training</translation>
        </message>
        <message>
            <source>Past runs</source>
            <translation>Frühere Läufe</translation>
        </message>
        <message>
            <source>Select several (Ctrl) to lay their curves over each other</source>
            <translation>Mehrere wählen (Strg), um ihre Kurven übereinanderzulegen</translation>
        </message>
        <message numerus="yes">
            <source>%n run(s)</source>
            <translation>
                <numerusform>%n Lauf</numerusform>
                <numerusform>%n Läufe</numerusform>
            </translation>
        </message>
        <message>
            <source>Photos that the tabs are about</source>
            <translation>Fotos, um die es in den Reitern geht</translation>
        </message>
        <message>
            <source>Photos that the tabs are about. Test photos were not looked at before the end of the training;
validation photos chose the best epoch, so that they look a little too good.</source>
            <translation>Fotos, um die es in den Reitern geht. Testfotos wurden vor dem Ende des Trainings nicht angesehen;
Validierungsfotos haben die beste Epoche bestimmt und wirken deshalb ein wenig zu gut.</translation>
        </message>
        <message>
            <source>Every training is listed here with its accuracy, its mistakes, its settings and its curves.</source>
            <translation>Jedes Training steht hier mit seiner Genauigkeit, seinen Fehlern, seinen Einstellungen und seinen Kurven.</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>Überblick</translation>
        </message>
        <message>
            <source>Mistakes</source>
            <translation>Fehler</translation>
        </message>
        <message>
            <source>Kinds</source>
            <translation>Arten</translation>
        </message>
        <message numerus="yes">
            <source>%Ln test photo(s)</source>
            <translation>
                <numerusform>%Ln Testfoto</numerusform>
                <numerusform>%Ln Testfotos</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln validation photo(s)</source>
            <translation>
                <numerusform>%Ln Validierungsfoto</numerusform>
                <numerusform>%Ln Validierungsfotos</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 · %2 kinds · %3 training photos · %4 · %5 · %6 parameters</source>
            <translation>%1 · %2 Arten · %3 Trainingsfotos · %4 · %5 · %6 Parameter</translation>
        </message>
        <message>
            <source>Run folder</source>
            <translation>Ordner des Laufs</translation>
        </message>
        <message>
            <source>Model card</source>
            <translation>Modellkarte</translation>
        </message>
        <message>
            <source>Open the folder with the model and the files of this run</source>
            <translation>Öffnet den Ordner mit dem Modell und den Dateien dieses Laufs</translation>
        </message>
        <message>
            <source>Open the report of this run in the browser: data, settings, results, limits; it can be printed and handed on</source>
            <translation>Öffnet den Bericht dieses Laufs im Browser: Daten, Einstellungen, Ergebnisse, Grenzen; er lässt sich drucken und weitergeben</translation>
        </message>
        <message>
            <source>Measure this model on another folder or list of photos</source>
            <translation>Dieses Modell auf einem anderen Ordner oder einer anderen Liste von Fotos messen</translation>
        </message>
        <message>
            <source>Other photos…</source>
            <translation>Andere Fotos …</translation>
        </message>
        <message>
            <source>Map</source>
            <translation>Karte</translation>
        </message>
        <message>
            <source>Go on training</source>
            <translation>Weiter trainieren</translation>
        </message>
        <message>
            <source>This run wasn't completed. It goes on where it stood, with its own photos and settings.</source>
            <translation>Dieser Lauf wurde nicht abgeschlossen. Er geht weiter, wo er stand, mit seinen eigenen Fotos und Einstellungen.</translation>
        </message>
        <message>
            <source>All photos of this run are where they should be.</source>
            <translation>Alle Fotos dieses Laufs sind da, wo sie sein sollen.</translation>
        </message>
    </context>
    <context>
        <name>flower::ReviewListModel</name>
        <message>
            <source>no answer</source>
            <translation>keine Antwort</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>Ausgelassen</translation>
        </message>
        <message>
            <source>Relabelled as %1</source>
            <translation>Umbenannt in %1</translation>
        </message>
        <message>
            <source>%1: %2, answered with %3</source>
            <translation>%1: %2, beantwortet mit %3</translation>
        </message>
        <message>
            <source>%1. %2</source>
            <translation>%1. %2</translation>
        </message>
        <message>
            <source>loss %1</source>
            <translation>Verlust %1</translation>
        </message>
        <message>
            <source>answer: %1</source>
            <translation>Antwort: %1</translation>
        </message>
    </context>
    <context>
        <name>flower::ReviewNote</name>
        <message>
            <source>Show them</source>
            <translation>Zeigen</translation>
        </message>
        <message>
            <source>Drop the changes</source>
            <translation>Änderungen verwerfen</translation>
        </message>
        <message>
            <source>Use the photos as they were read, as before the review. Ctrl+Z brings the changes back.</source>
            <translation>Die Fotos verwenden, wie sie gelesen wurden, also wie vor der Durchsicht. Strg+Z holt die Änderungen zurück.</translation>
        </message>
        <message numerus="yes">
            <source>%n photo(s) changed in review: %1 with another kind, %2 left out.</source>
            <translation>
                <numerusform>Ein Foto in der Durchsicht geändert: %1 mit einer anderen Art, %2 ausgelassen.</numerusform>
                <numerusform>%n Fotos in der Durchsicht geändert: %1 mit einer anderen Art, %2 ausgelassen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of them are test photos: a new test number can't be compared with one from before.</source>
            <translation>
                <numerusform>Eines davon ist ein Testfoto: Eine neue Testzahl lässt sich nicht mit einer früheren vergleichen.</numerusform>
                <numerusform>%n davon sind Testfotos: Eine neue Testzahl lässt sich nicht mit einer früheren vergleichen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n mark(s) fit no photo or no kind here and are kept.</source>
            <translation>
                <numerusform>Eine Markierung passt hier zu keinem Foto oder keiner Art und bleibt erhalten.</numerusform>
                <numerusform>%n Markierungen passen hier zu keinem Foto oder keiner Art und bleiben erhalten.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>flower::ReviewPage</name>
        <message>
            <source>Ready to train</source>
            <translation>Bereit zum Trainieren</translation>
        </message>
        <message>
            <source>You can pause or stop at any time; the best model so far is kept.</source>
            <translation>Sie können jederzeit anhalten oder beenden; das bisher beste Modell bleibt erhalten.</translation>
        </message>
        <message>
            <source>Photos: %1, %2 kinds, %3 to train on.

Network: MobileNet-V2, width %4, %5 parameters, %6.

Phase 1: %7 epochs, only the head learns. Phase 2: %8 epochs, all chosen layers learn.

Time on this computer: about %9, an estimate.</source>
            <translation>Fotos: %1, %2 Arten, %3 zum Trainieren.

Netz: MobileNet-V2, Breite %4, %5 Parameter, %6.

Phase 1: %7 Epochen, nur der Kopf lernt. Phase 2: %8 Epochen, alle gewählten Schichten lernen.

Zeit auf diesem Rechner: etwa %9, eine Schätzung.</translation>
        </message>
        <message>
            <source>from scratch</source>
            <translation>von Grund auf</translation>
        </message>
        <message>
            <source>starting from %1</source>
            <translation>ausgehend von %1</translation>
        </message>
    </context>
    <context>
        <name>flower::ReviewTab</name>
        <message>
            <source>Choose kind… (L)</source>
            <translation>Art wählen… (L)</translation>
        </message>
        <message>
            <source>Highest loss first</source>
            <translation>Höchster Verlust zuerst</translation>
        </message>
        <message>
            <source>Least certain first</source>
            <translation>Unsicherste zuerst</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>Reihenfolge</translation>
        </message>
        <message>
            <source>High loss: the network finds the label unlikely, so look here for wrong ones. Least certain: the most probable kind has a low probability.</source>
            <translation>Hoher Verlust: Das Netz hält die Beschriftung für unwahrscheinlich; suchen Sie hier nach falschen. Unsicherste: Die wahrscheinlichste Art hat eine niedrige Wahrscheinlichkeit.</translation>
        </message>
        <message>
            <source>All photos</source>
            <translation>Alle Fotos</translation>
        </message>
        <message>
            <source>Only wrong answers</source>
            <translation>Nur falsche Antworten</translation>
        </message>
        <message>
            <source>Only marked</source>
            <translation>Nur markierte</translation>
        </message>
        <message>
            <source>Which photos</source>
            <translation>Welche Fotos</translation>
        </message>
        <message>
            <source>All kinds</source>
            <translation>Alle Arten</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>Only photos of this kind (class), or answered with it</source>
            <translation>Nur Fotos dieser Art (Klasse) oder mit ihr beantwortete</translation>
        </message>
        <message>
            <source>Photos with their answers</source>
            <translation>Fotos mit ihren Antworten</translation>
        </message>
        <message>
            <source>Give the selected photos the kind that the network answered (R)</source>
            <translation>Den gewählten Fotos die Art geben, mit der das Netz geantwortet hat (R)</translation>
        </message>
        <message>
            <source>Give the selected photos a kind from the list (L)</source>
            <translation>Den gewählten Fotos eine Art aus der Liste geben (L)</translation>
        </message>
        <message>
            <source>Train and test without the selected photos (X). The files stay where they are.</source>
            <translation>Ohne die gewählten Fotos trainieren und testen (X). Die Dateien bleiben, wo sie sind.</translation>
        </message>
        <message>
            <source>Take the marks off the selected photos (K)</source>
            <translation>Die Markierungen der gewählten Fotos entfernen (K)</translation>
        </message>
        <message>
            <source>Starts a run with these photos, the marks applied, and the settings of the Train page</source>
            <translation>Startet einen Lauf mit diesen Fotos samt den Markierungen und den Einstellungen der Seite „Trainieren“</translation>
        </message>
        <message>
            <source>There are no answers to look through. A run that was tested keeps its answers to validation and test photos; of training photos there are none.</source>
            <translation>Es gibt keine Antworten zum Durchsehen. Ein Lauf, der getestet wurde, bewahrt seine Antworten auf Validierungs- und Testfotos auf; zu Trainingsfotos gibt es keine.</translation>
        </message>
        <message numerus="yes">
            <source>relabel %n photo(s) as %1</source>
            <translation>
                <numerusform>ein Foto in %1 umbenennen</numerusform>
                <numerusform>%n Fotos in %1 umbenennen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>relabel %n photo(s) as answered</source>
            <translation>
                <numerusform>ein Foto nach der Antwort umbenennen</numerusform>
                <numerusform>%n Fotos nach der Antwort umbenennen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>leave out %n photo(s)</source>
            <translation>
                <numerusform>ein Foto auslassen</numerusform>
                <numerusform>%n Fotos auslassen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>keep %n photo(s) as they are</source>
            <translation>
                <numerusform>ein Foto so lassen</numerusform>
                <numerusform>%n Fotos so lassen</numerusform>
            </translation>
        </message>
        <message>
            <source>The photos of this run are no longer at %1. Put them back there, or open them from their new place on the Photos page and train there.</source>
            <translation>Die Fotos dieses Laufs sind nicht mehr unter %1. Legen Sie sie dorthin zurück oder öffnen Sie sie auf der Seite „Fotos“ an ihrem neuen Ort und trainieren Sie dort.</translation>
        </message>
        <message>
            <source>Train again with these changes (%1)</source>
            <translation>Mit diesen Änderungen neu trainieren (%1)</translation>
        </message>
        <message numerus="yes">
            <source>%n of the changed photos are test photos: the new test number can't be compared with the old one.</source>
            <translation>
                <numerusform>Eines der geänderten Fotos ist ein Testfoto: Die neue Testzahl lässt sich nicht mit der alten vergleichen.</numerusform>
                <numerusform>%n der geänderten Fotos sind Testfotos: Die neue Testzahl lässt sich nicht mit der alten vergleichen.</numerusform>
            </translation>
        </message>
        <message>
            <source>Relabel as “%1” (R)</source>
            <translation>In „%1“ umbenennen (R)</translation>
        </message>
        <message>
            <source>Relabel as answered (R)</source>
            <translation>Nach Antwort umbenennen (R)</translation>
        </message>
        <message numerus="yes">
            <source>Leave out %n photo(s) (X)</source>
            <translation>
                <numerusform>Ein Foto auslassen (X)</numerusform>
                <numerusform>%n Fotos auslassen (X)</numerusform>
            </translation>
        </message>
        <message>
            <source>Leave out (X)</source>
            <translation>Auslassen (X)</translation>
        </message>
        <message numerus="yes">
            <source>Keep %n photo(s) (K)</source>
            <translation>
                <numerusform>Ein Foto so lassen (K)</numerusform>
                <numerusform>%n Fotos so lassen (K)</numerusform>
            </translation>
        </message>
        <message>
            <source>Keep as it is (K)</source>
            <translation>So lassen (K)</translation>
        </message>
        <message numerus="yes">
            <source>%n photo(s)</source>
            <translation>
                <numerusform>%n Foto</numerusform>
                <numerusform>%n Fotos</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 of %2 photos</source>
            <translation>%1 von %2 Fotos</translation>
        </message>
        <message>
            <source>Only chosen on the map</source>
            <translation>Nur auf der Karte gewählte</translation>
        </message>
    </context>
    <context>
        <name>flower::RunCard</name>
        <message>
            <source>Reading photos</source>
            <translation>Fotos werden gelesen</translation>
        </message>
        <message>
            <source>Computing features</source>
            <translation>Merkmale werden berechnet</translation>
        </message>
        <message>
            <source>Learning</source>
            <translation>Lernt</translation>
        </message>
        <message>
            <source>Checking on validation photos</source>
            <translation>Prüft an Validierungsfotos</translation>
        </message>
        <message>
            <source>Testing</source>
            <translation>Testet</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>Jetzt</translation>
        </message>
        <message>
            <source>No run is on.</source>
            <translation>Es läuft kein Training.</translation>
        </message>
        <message>
            <source>best validation accuracy</source>
            <translation>beste Validierungsgenauigkeit</translation>
        </message>
        <message>
            <source>Paused. Nothing is lost; go on whenever you like.</source>
            <translation>Angehalten. Nichts ist verloren; machen Sie weiter, wann Sie wollen.</translation>
        </message>
        <message>
            <source>Preparing: reading photos and weights</source>
            <translation>Vorbereitung: Fotos und Gewichte werden gelesen</translation>
        </message>
        <message>
            <source>Preparing</source>
            <translation>Vorbereitung</translation>
        </message>
        <message>
            <source>Phase %1 · epoch %2 of %3
%4</source>
            <translation>Phase %1 · Epoche %2 von %3
%4</translation>
        </message>
        <message>
            <source>about %1 left</source>
            <translation>noch etwa %1</translation>
        </message>
        <message>
            <source>%1 photos/s</source>
            <translation>%1 Fotos/s</translation>
        </message>
        <message>
            <source>memory %1</source>
            <translation>Speicher %1</translation>
        </message>
        <message>
            <source>Epoch %1 of %2
about %3 left</source>
            <translation>Epoche %1 von %2
noch etwa %3</translation>
        </message>
        <message>
            <source>Epoch %1 of %2</source>
            <translation>Epoche %1 von %2</translation>
        </message>
        <message>
            <source>best validation accuracy, in epoch %1</source>
            <translation>beste Validierung, in Epoche %1</translation>
        </message>
        <message>
            <source>The run failed.</source>
            <translation>Der Lauf ist gescheitert.</translation>
        </message>
        <message>
            <source>Stopped before the first epoch was done: there is no model.</source>
            <translation>Vor dem Ende der ersten Epoche beendet: Es gibt kein Modell.</translation>
        </message>
        <message>
            <source>Stopped after %1.</source>
            <translation>Nach %1 beendet.</translation>
        </message>
        <message>
            <source>Finished after %1.</source>
            <translation>Nach %1 fertig.</translation>
        </message>
        <message>
            <source>Test: %1 of %2 photos right.</source>
            <translation>Test: %1 von %2 Fotos richtig.</translation>
        </message>
    </context>
    <context>
        <name>flower::RunChoiceModel</name>
        <message>
            <source>Training begun</source>
            <translation>Begonnen</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Zustand</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>Test</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Größe</translation>
        </message>
    </context>
    <context>
        <name>flower::RunCurves</name>
        <message>
            <source>Accuracy</source>
            <translation>Genauigkeit</translation>
        </message>
        <message>
            <source>epoch</source>
            <translation>Epoche</translation>
        </message>
        <message>
            <source>Loss</source>
            <translation>Verlust</translation>
        </message>
        <message>
            <source> %</source>
            <translation> %</translation>
        </message>
        <message>
            <source>Validation</source>
            <translation>Validierung</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>fine-tuning begins</source>
            <translation>Feinabstimmung beginnt</translation>
        </message>
        <message>
            <source>Training</source>
            <translation>Training</translation>
        </message>
    </context>
    <context>
        <name>flower::RunMaterials</name>
        <message>
            <source>There is only one kind of flower here. Add photos of a second one.</source>
            <translation>Hier ist nur eine Blumenart. Nehmen Sie Fotos einer zweiten hinzu.</translation>
        </message>
        <message>
            <source>The folder %1 can't be made. Choose another place for the run.</source>
            <translation>Der Ordner %1 lässt sich nicht anlegen. Wählen Sie einen anderen Ort für den Lauf.</translation>
        </message>
        <message>
            <source>No CUDA device can be used here. Choose “auto” or “cpu”.</source>
            <translation>Hier lässt sich kein CUDA-Gerät verwenden. Wählen Sie „Automatisch“ oder „Prozessor“.</translation>
        </message>
        <message>
            <source>MPS can't be used here. Choose “auto” or “cpu”.</source>
            <translation>MPS lässt sich hier nicht verwenden. Wählen Sie „Automatisch“ oder „Prozessor“.</translation>
        </message>
        <message>
            <source>The weights are of width %1, but the network is set to %2. Choose the same width or other weights.</source>
            <translation>Die Gewichte haben die Breite %1, das Netz ist aber auf %2 gestellt. Wählen Sie dieselbe Breite oder andere Gewichte.</translation>
        </message>
        <message>
            <source>The network starts from scratch, without pretrained weights. It needs many more photos and epochs to become as good.</source>
            <translation>Das Netz beginnt von Grund auf, ohne vortrainierte Gewichte. Es braucht viel mehr Fotos und Epochen, um ebenso gut zu werden.</translation>
        </message>
        <message>
            <source>There are not enough readable photos to train on. Add photos, at least ten of each kind.</source>
            <translation>Es gibt zu wenige lesbare Fotos zum Trainieren. Nehmen Sie Fotos hinzu, mindestens zehn je Art.</translation>
        </message>
        <message>
            <source>%1 of the photos can't be read any more, and the network sees a grey square for each. Put them back, or stop the run and train again without them. The first: %2 (%3)</source>
            <translation>%1 der Fotos sind nicht mehr lesbar; das Netz sieht für jedes ein graues Quadrat. Legen Sie sie zurück, oder halten Sie den Lauf an und trainieren Sie ohne sie noch einmal. Das erste: %2 (%3)</translation>
        </message>
        <message>
            <source>%1 of the photos were changed since the run began, and the network sees them as they are now. If that wasn't meant, put them back, stop the run and train again. The first: %2</source>
            <translation>%1 der Fotos wurden seit dem Beginn des Laufs geändert, und das Netz sieht sie so, wie sie jetzt sind. War das nicht gewollt, stellen Sie sie wieder her, stoppen Sie den Lauf und trainieren Sie neu. Das erste: %2</translation>
        </message>
    </context>
    <context>
        <name>flower::RunReader</name>
        <message>
            <source>This run had no validation or test photos, so there are no answers to look at. Give the photos a split with some of both and train again.</source>
            <translation>Dieser Lauf hatte keine Validierungs- oder Testfotos, deshalb gibt es keine Antworten anzusehen. Geben Sie den Fotos eine Aufteilung mit einigen von beiden und trainieren Sie noch einmal.</translation>
        </message>
        <message>
            <source>This run ended before its photos were answered, so there is nothing to look at. Its epochs are kept.</source>
            <translation>Dieser Lauf endete, bevor seine Fotos beantwortet waren, deshalb gibt es nichts anzusehen. Seine Epochen sind erhalten.</translation>
        </message>
        <message>
            <source>This run has no end: it is still going on, or the program was closed before. There are no answers to look at.</source>
            <translation>Dieser Lauf hat kein Ende: Er ist noch im Gang, oder das Programm wurde vorher geschlossen. Es gibt keine Antworten anzusehen.</translation>
        </message>
        <message>
            <source>The answers of this run can't be read. %1</source>
            <translation>Die Antworten dieses Laufs lassen sich nicht lesen. %1</translation>
        </message>
        <message>
            <source>Select a run in the table above.</source>
            <translation>Wählen Sie oben in der Tabelle einen Lauf.</translation>
        </message>
        <message>
            <source>The folder of this run was moved or deleted: %1</source>
            <translation>Der Ordner dieses Laufs wurde verschoben oder gelöscht: %1</translation>
        </message>
    </context>
    <context>
        <name>flower::RunTableModel</name>
        <message>
            <source>not started</source>
            <translation>nicht begonnen</translation>
        </message>
        <message>
            <source>preparing</source>
            <translation>in Vorbereitung</translation>
        </message>
        <message>
            <source>training</source>
            <translation>im Training</translation>
        </message>
        <message>
            <source>paused</source>
            <translation>angehalten</translation>
        </message>
        <message>
            <source>testing</source>
            <translation>im Test</translation>
        </message>
        <message>
            <source>finished</source>
            <translation>fertig</translation>
        </message>
        <message>
            <source>stopped early</source>
            <translation>vorzeitig beendet</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>gescheitert</translation>
        </message>
        <message>
            <source>Started</source>
            <translation>Begonnen</translation>
        </message>
        <message>
            <source>Photos</source>
            <translation>Fotos</translation>
        </message>
        <message>
            <source>Width</source>
            <translation>Breite</translation>
        </message>
        <message>
            <source>Epochs</source>
            <translation>Epochen</translation>
        </message>
        <message>
            <source>Best validation</source>
            <translation>Beste Validierung</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>Test</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Zustand</translation>
        </message>
    </context>
    <context>
        <name>flower::SettingRows</name>
        <message>
            <source>%1 •</source>
            <translation>%1 •</translation>
        </message>
    </context>
    <context>
        <name>flower::SettingsForm</name>
        <message>
            <source>More settings</source>
            <translation>Weitere Einstellungen</translation>
        </message>
        <message>
            <source>Recommended</source>
            <translation>Empfohlen</translation>
        </message>
        <message>
            <source>As taught</source>
            <translation>Wie im Kurs</translation>
        </message>
        <message>
            <source>From scratch</source>
            <translation>Von Grund auf</translation>
        </message>
        <message>
            <source>My own</source>
            <translation>Eigene</translation>
        </message>
        <message>
            <source>A set of settings to start from. “As taught” is the course's recipe; “From scratch” is for training without pretrained weights.</source>
            <translation>Einstellungen zum Anfangen. „Wie im Kurs“ ist das Rezept des Kurses; „Von Grund auf“ ist für das Training ohne vortrainierte Gewichte.</translation>
        </message>
        <message>
            <source>Preset</source>
            <translation>Vorgabe</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>Zurücksetzen</translation>
        </message>
        <message>
            <source>Take all settings back to the recommended ones</source>
            <translation>Alle Einstellungen auf die empfohlenen zurücksetzen</translation>
        </message>
        <message>
            <source>Phase 1</source>
            <translation>Phase 1</translation>
        </message>
        <message>
            <source>Phase 2</source>
            <translation>Phase 2</translation>
        </message>
        <message>
            <source>Feature extraction: the backbone is frozen, only the head learns</source>
            <translation>Merkmalsextraktion: Der Rumpf ist eingefroren, nur der Kopf lernt</translation>
        </message>
        <message>
            <source>Pretrained weights</source>
            <translation>Gewichte</translation>
        </message>
        <message>
            <source>What the network knows before it sees your photos. Without weights it learns from scratch, which needs far more photos.</source>
            <translation>Was das Netz weiß, bevor es Ihre Fotos sieht. Ohne Gewichte lernt es von Grund auf und braucht weit mehr Fotos.</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>Netz</translation>
        </message>
        <message>
            <source>Network width</source>
            <translation>Netzbreite</translation>
        </message>
        <message>
            <source>Width multiplier: how many channels each layer has, against the paper's. Smaller is faster, larger is more accurate. The weights must have the same width.</source>
            <translation>Breitenfaktor: wie viele Kanäle jede Schicht hat, verglichen mit der Veröffentlichung. Kleiner ist schneller, größer ist genauer. Die Gewichte müssen dieselbe Breite haben.</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>Gerät</translation>
        </message>
        <message>
            <source>What computes. Auto takes CUDA where there is one. MPS is experimental.</source>
            <translation>Was rechnet. Automatisch nimmt CUDA, wo es das gibt. MPS ist ein Versuch.</translation>
        </message>
        <message>
            <source>Auto</source>
            <translation>Automatisch</translation>
        </message>
        <message>
            <source>Processor (CPU)</source>
            <translation>Prozessor (CPU)</translation>
        </message>
        <message>
            <source>MPS (experimental)</source>
            <translation>MPS (Versuch)</translation>
        </message>
        <message>
            <source>Image size</source>
            <translation>Bildgröße</translation>
        </message>
        <message>
            <source>Side of the square that the network sees, in pixels. The course uses 224.</source>
            <translation>Seite des Quadrats, das das Netz sieht, in Bildpunkten. Der Kurs nimmt 224.</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>Startwert</translation>
        </message>
        <message>
            <source>The same seed, settings and thread count give the same numbers again on a processor.</source>
            <translation>Gleicher Startwert, gleiche Einstellungen und gleich viele Threads ergeben auf dem Prozessor wieder dieselben Zahlen.</translation>
        </message>
        <message>
            <source>Threads</source>
            <translation>Threads</translation>
        </message>
        <message>
            <source>Processor threads; 0 takes all cores.</source>
            <translation>Threads des Prozessors; 0 nimmt alle Kerne.</translation>
        </message>
        <message>
            <source>Photo memory</source>
            <translation>Fotospeicher</translation>
        </message>
        <message>
            <source>Megabytes for decoded photos; what doesn't fit is decoded again in each epoch.</source>
            <translation>Megabyte für entpackte Fotos; was nicht hineinpasst, wird in jeder Epoche neu entpackt.</translation>
        </message>
        <message>
            <source>Kept views</source>
            <translation>Behaltene Ansichten</translation>
        </message>
        <message>
            <source>Phase 1 can compute the features of this many augmented views of each photo once and learn from them again and again, which is much faster. 0 makes a new view in each epoch.</source>
            <translation>Phase 1 kann die Merkmale von so vielen veränderten Ansichten jedes Fotos einmal berechnen und immer wieder aus ihnen lernen, was viel schneller ist. 0 macht in jeder Epoche eine neue Ansicht.</translation>
        </message>
        <message>
            <source>Learning blocks</source>
            <translation>Lernende Blöcke</translation>
        </message>
        <message>
            <source>BatchNorm learns</source>
            <translation>BatchNorm lernt</translation>
        </message>
        <message>
            <source>Phase 2: BatchNorm statistics follow your photos instead of staying frozen.</source>
            <translation>Phase 2: Die BatchNorm-Statistik folgt Ihren Fotos, statt eingefroren zu bleiben.</translation>
        </message>
        <message>
            <source>Keep the best epoch</source>
            <translation>Beste Epoche behalten</translation>
        </message>
        <message>
            <source>The model of the epoch with the best validation, not of the last epoch.</source>
            <translation>Das Modell der Epoche mit der besten Validierung, nicht der letzten Epoche.</translation>
        </message>
        <message>
            <source>Without pretrained weights the network learns from scratch: expect far lower accuracy unless you have many thousands of photos.</source>
            <translation>Ohne vortrainierte Gewichte lernt das Netz von Grund auf: Rechnen Sie mit weit geringerer Genauigkeit, wenn Sie nicht viele Tausend Fotos haben.</translation>
        </message>
        <message>
            <source>Get torchvision's weights…</source>
            <translation>Gewichte von torchvision laden …</translation>
        </message>
        <message>
            <source>Shows what would be fetched and from where, and asks</source>
            <translation>Zeigt, was von wo geladen würde, und fragt</translation>
        </message>
        <message>
            <source>Numbers</source>
            <translation>Zahlen</translation>
        </message>
        <message>
            <source>32 bits</source>
            <translation>32 Bit</translation>
        </message>
        <message>
            <source>The chosen device always computes in 32 bits. On the processor there is a choice.</source>
            <translation>Das gewählte Gerät rechnet immer mit 32 Bit. Auf dem Prozessor gibt es eine Wahl.</translation>
        </message>
        <message>
            <source>While BatchNorm learns, phase 2 always computes in 32 bits, and phase 1 is left out.</source>
            <translation>Solange BatchNorm lernt, rechnet Phase 2 immer mit 32 Bit, und Phase 1 entfällt.</translation>
        </message>
        <message>
            <source>What the network computes in while it learns, on a processor. Auto takes bfloat16 where the processor has it: twice as fast. Validation, test and answers always use 32 bits, and so does phase 2 while BatchNorm learns.</source>
            <translation>Womit das Netz beim Lernen auf einem Prozessor rechnet. „Automatisch“ nimmt bfloat16, wo der Prozessor es kann: doppelt so schnell. Validierung, Test und Antworten rechnen immer mit 32 Bit, ebenso Phase 2, solange BatchNorm lernt.</translation>
        </message>
        <message>
            <source>Weight averaging</source>
            <translation>Gewichte mitteln</translation>
        </message>
        <message>
            <source>Mirror image too</source>
            <translation>Auch das Spiegelbild</translation>
        </message>
        <message>
            <source>Rare kinds</source>
            <translation>Seltene Arten</translation>
        </message>
        <message>
            <source>What to do about kinds with far fewer photos than others, in both phases. “Count more” gives mistakes in rare kinds more weight (class weights). “Show more often” draws the photos of each epoch so that every kind comes as often (balanced sampling).</source>
            <translation>Was mit Arten geschieht, die viel weniger Fotos haben als andere, in beiden Phasen. „Mehr zählen“ gibt Fehlern bei seltenen Arten mehr Gewicht (Klassengewichte). „Öfter zeigen“ wählt die Fotos jeder Epoche so, dass jede Art gleich oft kommt (ausgewogene Auswahl).</translation>
        </message>
        <message>
            <source>Like all others</source>
            <translation>Alle gleich</translation>
        </message>
        <message>
            <source>Count more</source>
            <translation>Mehr zählen</translation>
        </message>
        <message>
            <source>Show more often</source>
            <translation>Öfter zeigen</translation>
        </message>
        <message>
            <source>Phase 2: the model is a moving average of the weights over the learning steps, instead of the last ones. The number is how much of the average each step keeps: 0 is off, 0.99 to 0.999 is usual. (Exponential moving average, EMA)</source>
            <translation>Phase 2: Das Modell ist ein gleitendes Mittel der Gewichte über die Lernschritte, nicht die letzten Gewichte. Die Zahl sagt, wie viel vom Mittel jeder Schritt behält: 0 ist aus, 0,99 bis 0,999 ist üblich. (Exponential moving average, EMA)</translation>
        </message>
        <message>
            <source>Each answer is the mean of the answers for the photo and for its mirror image, which is twice the work. Goes for validation, test and whatever the model is asked later. (Test-time augmentation)</source>
            <translation>Jede Antwort ist das Mittel der Antworten für das Foto und für sein Spiegelbild, also doppelte Arbeit. Gilt für Validierung, Test und alles, was das Modell später gefragt wird. (Test-time augmentation)</translation>
        </message>
        <message>
            <source>The settings for training from scratch gave way to the recommended ones, which go with weights.</source>
            <translation>Statt der Einstellungen für Training von Grund auf gelten nun die empfohlenen, die zu Gewichten passen.</translation>
        </message>
        <message>
            <source>Fine-tuning: the layers before the head learn as well, at a lower rate</source>
            <translation>Feinabstimmung: auch die Schichten vor dem Kopf lernen, mit kleinerer Rate</translation>
        </message>
        <message>
            <source>Phase 2: how many of the 17 inverted-residual blocks learn, counted from the head; 17 lets all layers learn. The first ones see edges and colours, which are the same in all photos, and cost the most time.</source>
            <translation>Phase 2: wie viele der 17 Inverted-Residual-Blöcke lernen, vom Kopf her gezählt; mit 17 lernen alle Schichten. Die ersten sehen Kanten und Farben, die in allen Fotos gleich sind, und kosten die meiste Zeit.</translation>
        </message>
    </context>
    <context>
        <name>flower::SettingsPage</name>
        <message>
            <source>Looking at the weights…</source>
            <translation>Die Gewichte werden gelesen …</translation>
        </message>
        <message>
            <source>Network and settings</source>
            <translation>Netz und Einstellungen</translation>
        </message>
        <message>
            <source>These weights are for width %1. Choose that width, or other weights.</source>
            <translation>Diese Gewichte sind für die Breite %1. Wählen Sie diese Breite oder andere Gewichte.</translation>
        </message>
        <message>
            <source>The recommended settings are a good start. Phase 1 teaches the head, phase 2 the layers before it as well.</source>
            <translation>Die empfohlenen Einstellungen sind ein guter Anfang. Phase 1 lehrt den Kopf, Phase 2 auch die Schichten davor.</translation>
        </message>
    </context>
    <context>
        <name>flower::TeachWizard</name>
        <message>
            <source>Teach it your flowers</source>
            <translation>Blumen beibringen</translation>
        </message>
        <message>
            <source>Start training</source>
            <translation>Training starten</translation>
        </message>
    </context>
    <context>
        <name>flower::ThresholdBar</name>
        <message>
            <source>Tell “none of these”</source>
            <translation>„Keine von diesen“ melden</translation>
        </message>
        <message>
            <source>Sure from</source>
            <translation>Sicher ab</translation>
        </message>
        <message>
            <source>Sure from this probability on</source>
            <translation>Sicher ab dieser Wahrscheinlichkeit</translation>
        </message>
        <message>
            <source> %</source>
            <translation> %</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>Zurücksetzen</translation>
        </message>
        <message>
            <source>Answers of a lower probability are “not sure”. The model's own value is %1: from there on 95 % of its answers to validation photos were right, as far as that could be reached.</source>
            <translation>Antworten von geringerer Wahrscheinlichkeit sind „nicht sicher“. Der eigene Wert des Modells ist %1: Von da an waren 95 % seiner Antworten auf Validierungsfotos richtig, soweit das zu erreichen war.</translation>
        </message>
        <message>
            <source>Answers of a lower probability are “not sure”. This model was saved without a value of its own: it is always sure.</source>
            <translation>Antworten von geringerer Wahrscheinlichkeit sind „nicht sicher“. Dieses Modell wurde ohne eigenen Wert gespeichert: Es ist immer sicher.</translation>
        </message>
        <message>
            <source>Photos that look like none of the kinds are told so, instead of the kind they are most like</source>
            <translation>Bei Fotos, die keiner der Arten gleichen, wird das gemeldet, statt der ähnlichsten Art</translation>
        </message>
        <message>
            <source>This model was saved without what is needed to tell that a photo shows none of its kinds.</source>
            <translation>Dieses Modell wurde ohne das gespeichert, was nötig ist, um zu melden, dass ein Foto keine seiner Arten zeigt.</translation>
        </message>
        <message>
            <source>Back to the model's own values</source>
            <translation>Zurück zu den eigenen Werten des Modells</translation>
        </message>
    </context>
    <context>
        <name>flower::TrainPage</name>
        <message>
            <source>Train</source>
            <translation>Training</translation>
        </message>
        <message>
            <source>Start training</source>
            <translation>Training starten</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Anhalten</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Beenden</translation>
        </message>
        <message>
            <source>Train with these photos and settings (Ctrl+Return)</source>
            <translation>Mit diesen Fotos und Einstellungen trainieren (Strg+Eingabe)</translation>
        </message>
        <message>
            <source>Pause or go on (Ctrl+Space)</source>
            <translation>Anhalten oder fortsetzen (Strg+Leertaste)</translation>
        </message>
        <message>
            <source>Stop after the current batch; the best model so far is kept</source>
            <translation>Nach dem laufenden Stapel beenden; das bisher beste Modell bleibt erhalten</translation>
        </message>
        <message>
            <source>Smoothing</source>
            <translation>Glättung</translation>
        </message>
        <message>
            <source>How much the curve per batch is smoothed; the faint line shows the raw values</source>
            <translation>Wie stark die Kurve je Stapel geglättet ist; die blasse Linie zeigt die Rohwerte</translation>
        </message>
        <message>
            <source>Epochs</source>
            <translation>Epochen</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>Choose photos first: a folder with one subfolder for each kind, or the built-in samples.</source>
            <translation>Wählen Sie zuerst Fotos: einen Ordner mit einem Unterordner je Art oder die eingebauten Beispiele.</translation>
        </message>
        <message numerus="yes">
            <source>%n photo(s) can't be read and were left out. The first: %1 (%2)</source>
            <translation>
                <numerusform>Ein Foto ist nicht lesbar und wurde ausgelassen: %1 (%2)</numerusform>
                <numerusform>%n Fotos sind nicht lesbar und wurden ausgelassen. Das erste: %1 (%2)</numerusform>
            </translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Fortsetzen</translation>
        </message>
        <message>
            <source>%1 · MobileNet-V2 %2</source>
            <translation>%1 · MobileNet-V2 %2</translation>
        </message>
        <message>
            <source>%1 parameters · %2 million multiply-adds a photo</source>
            <translation>%1 Parameter · %2 Millionen Multiplikationen mit Addition je Foto</translation>
        </message>
        <message>
            <source>The weights are here. Choose them under “Pretrained weights” for the next run.</source>
            <translation>Die Gewichte sind da. Wählen Sie sie für den nächsten Lauf unter „Gewichte“.</translation>
        </message>
        <message numerus="yes">
            <source> · %n changed in review</source>
            <translation>
                <numerusform> · %n in der Durchsicht geändert</numerusform>
                <numerusform> · %n in der Durchsicht geändert</numerusform>
            </translation>
        </message>
        <message>
            <source>A learning rate is being searched for. Cancel the search, or wait for its end.</source>
            <translation>Eine Lernrate wird gesucht. Brechen Sie die Suche ab oder warten Sie auf ihr Ende.</translation>
        </message>
        <message>
            <source>A run is on: both would take the processor from each other. Wait for its end, or stop it.</source>
            <translation>Ein Lauf ist im Gang: Beide nähmen einander den Prozessor weg. Warten Sie auf sein Ende oder beenden Sie ihn.</translation>
        </message>
        <message>
            <source>A search is on already.</source>
            <translation>Eine Suche läuft schon.</translation>
        </message>
    </context>
    <context>
        <name>flower::TrainingChart</name>
        <message>
            <source>Accuracy</source>
            <translation>Genauigkeit</translation>
        </message>
        <message>
            <source>Loss</source>
            <translation>Verlust</translation>
        </message>
        <message>
            <source>epoch</source>
            <translation>Epoche</translation>
        </message>
        <message>
            <source>Training</source>
            <translation>Training</translation>
        </message>
        <message>
            <source>Validation</source>
            <translation>Validierung</translation>
        </message>
        <message>
            <source>Learning rate</source>
            <translation>Lernrate</translation>
        </message>
        <message>
            <source> %</source>
            <translation> %</translation>
        </message>
        <message>
            <source>fine-tuning begins</source>
            <translation>Feinabstimmung beginnt</translation>
        </message>
        <message>
            <source>Batches</source>
            <translation>Stapel</translation>
        </message>
    </context>
    <context>
        <name>flower::TrainingExamples</name>
        <message numerus="yes">
            <source>%n training photo(s) of %1</source>
            <translation>
                <numerusform>Ein Trainingsfoto von %1</numerusform>
                <numerusform>%n Trainingsfotos von %1</numerusform>
            </translation>
        </message>
        <message>
            <source>Training photos of the most probable kinds, from the open photos (%1)</source>
            <translation>Trainingsfotos der wahrscheinlichsten Arten, aus den geöffneten Fotos (%1)</translation>
        </message>
    </context>
    <context>
        <name>flower::TrainingSession</name>
        <message>
            <source>A run is on. Stop it, or wait for its end.</source>
            <translation>Ein Lauf ist im Gang. Beenden Sie ihn oder warten Sie auf sein Ende.</translation>
        </message>
        <message>
            <source>The run broke off: %1</source>
            <translation>Der Lauf brach ab: %1</translation>
        </message>
    </context>
    <context>
        <name>flower::WeightsBox</name>
        <message>
            <source>None: from scratch</source>
            <translation>Keine: von Grund auf</translation>
        </message>
        <message>
            <source>Get torchvision's weights…</source>
            <translation>Gewichte von torchvision laden …</translation>
        </message>
        <message>
            <source>Choose a file…</source>
            <translation>Datei wählen …</translation>
        </message>
        <message>
            <source>Open pretrained weights</source>
            <translation>Vortrainierte Gewichte öffnen</translation>
        </message>
        <message>
            <source>Weights (*.safetensors *.pth)</source>
            <translation>Gewichte (*.safetensors *.pth)</translation>
        </message>
    </context>
    <context>
        <name>flower::WeightsSession</name>
        <message>
            <source>Looking at the weights broke off: %1</source>
            <translation>Das Lesen der Gewichte brach ab: %1</translation>
        </message>
    </context>
    <context>
        <name>flower::WhyPanel</name>
        <message>
            <source>See why</source>
            <translation>Warum?</translation>
        </message>
        <message>
            <source>Cover parts</source>
            <translation>Abdecken</translation>
        </message>
        <message>
            <source>Show which parts of the photo speak for the chosen kind (Ctrl+E)</source>
            <translation>Zeigen, welche Teile des Fotos für die gewählte Art sprechen (Strg+E)</translation>
        </message>
        <message>
            <source>Paint over parts of the photo and see how the answer changes</source>
            <translation>Teile des Fotos übermalen und sehen, wie sich die Antwort ändert</translation>
        </message>
        <message>
            <source>Close the photo</source>
            <translation>Foto schließen</translation>
        </message>
        <message>
            <source>How strongly the map covers the photo</source>
            <translation>Wie stark die Karte das Foto überdeckt</translation>
        </message>
        <message>
            <source>Map</source>
            <translation>Karte</translation>
        </message>
        <message>
            <source>The photo can't be read. Was it moved or deleted?</source>
            <translation>Das Foto lässt sich nicht lesen. Wurde es verschoben oder gelöscht?</translation>
        </message>
        <message>
            <source>Open the model first that is to be asked.</source>
            <translation>Öffnen Sie zuerst das Modell, das gefragt werden soll.</translation>
        </message>
        <message>
            <source>The model of this run (model.safetensors) isn't in its folder any more, so it can't be asked why.</source>
            <translation>Das Modell dieses Laufs (model.safetensors) liegt nicht mehr in seinem Ordner und kann daher nicht nach dem Grund gefragt werden.</translation>
        </message>
        <message>
            <source>Opening the model…</source>
            <translation>Das Modell wird geöffnet …</translation>
        </message>
        <message>
            <source>This answer is of another model than the one that is open. Classify the photo again to see why.</source>
            <translation>Diese Antwort ist von einem anderen Modell als dem geöffneten. Bestimmen Sie das Foto neu, um den Grund zu sehen.</translation>
        </message>
        <message>
            <source>The model in this run's folder (model.safetensors) is another one than gave this answer: its kinds differ. So it can't be asked why.</source>
            <translation>Das Modell im Ordner dieses Laufs (model.safetensors) ist ein anderes als das, von dem diese Antwort ist: Es kennt andere Arten. Deshalb kann es nicht nach dem Grund gefragt werden.</translation>
        </message>
    </context>
    <context>
        <name>flower::Workspace</name>
        <message>
            <source>No photos chosen yet</source>
            <translation>Noch keine Fotos gewählt</translation>
        </message>
        <message>
            <source>%1 · %2 kinds · %3 photos</source>
            <translation>%1 · %2 Arten · %3 Fotos</translation>
        </message>
    </context>
    <context>
        <name>flower::format</name>
        <message>
            <source>%1 %</source>
            <translation>%1 %</translation>
        </message>
        <message>
            <source>%1 s</source>
            <translation>%1 s</translation>
        </message>
        <message>
            <source>%1 min %2 s</source>
            <translation>%1 min %2 s</translation>
        </message>
        <message>
            <source>%1 min</source>
            <translation>%1 min</translation>
        </message>
        <message>
            <source>%1 h %2 min</source>
            <translation>%1 h %2 min</translation>
        </message>
    </context>
    <context>
        <name>main</name>
        <message>
            <source>The language changes with the next start.</source>
            <translation>Die Sprache wechselt beim nächsten Start.</translation>
        </message>
    </context>
</TS>
