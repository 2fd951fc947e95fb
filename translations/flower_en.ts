<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB">
    <context>
        <name>flower::FoundPage</name>
        <message numerus="yes">
            <source>%n photo(s) can't be used. The first: %1 (%2)</source>
            <translation>
                <numerusform>One photo can't be used: %1 (%2)</numerusform>
                <numerusform>%n photos can't be used. The first: %1 (%2)</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>flower::GroupAnswer</name>
        <message numerus="yes">
            <source>%Ln photo(s) chosen</source>
            <translation>
                <numerusform>One photo chosen</numerusform>
                <numerusform>%Ln photos chosen</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>flower::PhotoReview</name>
        <message numerus="yes">
            <source>drop %n change(s)</source>
            <translation>
                <numerusform>drop %n change</numerusform>
                <numerusform>drop %n changes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>flower::PhotoStack</name>
        <message numerus="yes">
            <source>%1: %Ln photo(s)</source>
            <translation>
                <numerusform>%1: %Ln photo</numerusform>
                <numerusform>%1: %Ln photos</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln photo(s) can't be read. Were they moved or deleted?</source>
            <translation>
                <numerusform>%Ln photo can't be read. Was it moved or deleted?</numerusform>
                <numerusform>%Ln photos can't be read. Were they moved or deleted?</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>flower::ReliabilityChart</name>
        <message numerus="yes">
            <source>%1: %Ln photo(s), %2 right (95 % interval %3 to %4)</source>
            <translation>
                <numerusform>%1: %Ln photo, %2 right (95 % interval %3 to %4)</numerusform>
                <numerusform>%1: %Ln photos, %2 right (95 % interval %3 to %4)</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>flower::ResultsPage</name>
        <message numerus="yes">
            <source>%n run(s)</source>
            <translation>
                <numerusform>%n run</numerusform>
                <numerusform>%n runs</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln test photo(s)</source>
            <translation>
                <numerusform>%Ln test photo</numerusform>
                <numerusform>%Ln test photos</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln validation photo(s)</source>
            <translation>
                <numerusform>%Ln validation photo</numerusform>
                <numerusform>%Ln validation photos</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>flower::ReviewNote</name>
        <message numerus="yes">
            <source>%n photo(s) changed in review: %1 with another kind, %2 left out.</source>
            <translation>
                <numerusform>%n photo changed in review: %1 with another kind, %2 left out.</numerusform>
                <numerusform>%n photos changed in review: %1 with another kind, %2 left out.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of them are test photos: a new test number can't be compared with one from before.</source>
            <translation>
                <numerusform>%n of them is a test photo: a new test number can't be compared with one from before.</numerusform>
                <numerusform>%n of them are test photos: a new test number can't be compared with one from before.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n mark(s) fit no photo or no kind here and are kept.</source>
            <translation>
                <numerusform>%n mark fits no photo or no kind here and is kept.</numerusform>
                <numerusform>%n marks fit no photo or no kind here and are kept.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>flower::ReviewTab</name>
        <message numerus="yes">
            <source>relabel %n photo(s) as %1</source>
            <translation>
                <numerusform>relabel %n photo as %1</numerusform>
                <numerusform>relabel %n photos as %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>relabel %n photo(s) as answered</source>
            <translation>
                <numerusform>relabel %n photo as answered</numerusform>
                <numerusform>relabel %n photos as answered</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>leave out %n photo(s)</source>
            <translation>
                <numerusform>leave out %n photo</numerusform>
                <numerusform>leave out %n photos</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>keep %n photo(s) as they are</source>
            <translation>
                <numerusform>keep %n photo as it is</numerusform>
                <numerusform>keep %n photos as they are</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of the changed photos are test photos: the new test number can't be compared with the old one.</source>
            <translation>
                <numerusform>%n of the changed photos is a test photo: the new test number can't be compared with the old one.</numerusform>
                <numerusform>%n of the changed photos are test photos: the new test number can't be compared with the old one.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Leave out %n photo(s) (X)</source>
            <translation>
                <numerusform>Leave out %n photo (X)</numerusform>
                <numerusform>Leave out %n photos (X)</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Keep %n photo(s) (K)</source>
            <translation>
                <numerusform>Keep %n photo (K)</numerusform>
                <numerusform>Keep %n photos (K)</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n photo(s)</source>
            <translation>
                <numerusform>%n photo</numerusform>
                <numerusform>%n photos</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>flower::TrainPage</name>
        <message numerus="yes">
            <source>%n photo(s) can't be read and were left out. The first: %1 (%2)</source>
            <translation>
                <numerusform>One photo can't be read and was left out: %1 (%2)</numerusform>
                <numerusform>%n photos can't be read and were left out. The first: %1 (%2)</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source> · %n changed in review</source>
            <translation>
                <numerusform> · %n changed in review</numerusform>
                <numerusform> · %n changed in review</numerusform>
            </translation>
        </message>
    </context>
</TS>
