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
        <name>flower::TrainPage</name>
        <message numerus="yes">
            <source>%n photo(s) can't be read and were left out. The first: %1 (%2)</source>
            <translation>
                <numerusform>One photo can't be read and was left out: %1 (%2)</numerusform>
                <numerusform>%n photos can't be read and were left out. The first: %1 (%2)</numerusform>
            </translation>
        </message>
    </context>
</TS>
